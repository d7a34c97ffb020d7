/** The weir command: what every subcommand shares. */
package dev.weir.cli;
