/** A Flink cluster of separate JVMs on this machine, and jobs on it or on any other. */
package dev.weir.cli.cluster;
