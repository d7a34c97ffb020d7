/** The whole job against plain Flink: a real broker, the job's own defaults, side by side. */
package dev.weir.bench.pipeline;
