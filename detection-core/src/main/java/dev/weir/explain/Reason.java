package dev.weir.explain;

/**
 * One thing that sets a window apart.
 *
 * @param feature id of a feature of the schema, or of a view's measure such as {@code
 *     target.sources}
 * @param value raw, as measured
 * @param median of the training windows; NaN where it is not known
 * @param p99 what 99 % of the training windows do not exceed; NaN where it is not known
 * @param percentile share of the training windows that do not exceed the value, 0 to 100; NaN
 * @param contribution by how much its family ({@link FeatureFamily}) shortened the mean path
 *     through the forest, in steps: positive towards anomalous; NaN where no forest spoke
 * @param text the same for a person
 */
public record Reason(
    String feature,
    double value,
    double median,
    double p99,
    double percentile,
    double contribution,
    String text) {}
