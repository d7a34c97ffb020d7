package dev.weir.alert;

import dev.weir.feature.Feature;

/**
 * A feature that sets a window apart.
 *
 * @param value raw, as measured
 * @param median of the training windows
 * @param p99 what 99 % of the training windows do not exceed
 * @param percentile share of the training windows that do not exceed the value, 0 to 100
 * @param text the same for a person
 */
public record Reason(
    Feature feature, double value, double median, double p99, double percentile, String text) {}
