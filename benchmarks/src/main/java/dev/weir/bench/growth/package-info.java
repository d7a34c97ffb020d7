/** What becomes of the job's speed where sources, windows and slots grow. */
package dev.weir.bench.growth;
