/** The job in this JVM: a MiniCluster with Flink's own web UI. */
package dev.weir.cli.detect;
