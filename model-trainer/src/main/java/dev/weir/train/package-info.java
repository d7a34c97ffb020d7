/**
 * From history to a model: flows through the job's own windows into a seeded reservoir, a forest,
 * thresholds and baselines, one file.
 */
package dev.weir.train;
