/** The decode command: what Weir makes of a log, entry by entry. */
package dev.weir.cli.decode;
