/**
 * Thin adapters from Flink's operators to the core's arithmetic: what is counted, windowed, scored
 * and explained is decided there.
 */
package dev.weir.job.operator;
