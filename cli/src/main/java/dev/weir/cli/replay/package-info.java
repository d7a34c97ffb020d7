/** Sends logs to a stream as if they happened now. */
package dev.weir.cli.replay;
