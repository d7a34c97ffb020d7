package dev.weir.explain;

import dev.weir.feature.Feature;

/**
 * The smallest change of one feature that would make a window normal.
 *
 * @param value what the feature is, raw
 * @param normalAt what it would have to be, raw
 * @param score what the window would score then
 * @param text the same for a person
 */
public record CounterEvidence(
    Feature feature, double value, double normalAt, double score, String text) {}
