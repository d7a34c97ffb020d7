/**
 * From flows to feature vectors: windows, mergeable accumulators and feature schema 1.
 *
 * <p>Everything in an accumulator is an integer count, sum, extreme, fixed histogram or a sketch
 * that is a pure function of the set, so that any order of arrival and any grouping gives the same
 * bits.
 */
package dev.weir.feature;
