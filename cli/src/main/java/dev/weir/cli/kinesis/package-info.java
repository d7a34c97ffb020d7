/** Kinesis data streams on this machine, and logs on their way into one. */
package dev.weir.cli.kinesis;
