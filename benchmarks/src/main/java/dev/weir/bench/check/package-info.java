/** Keeps what was reached: a quick run's ratios against the committed ones. */
package dev.weir.bench.check;
