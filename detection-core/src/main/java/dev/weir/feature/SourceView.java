package dev.weir.feature;

/**
 * The source view of one window: what is measured of a source, and what people want to see of it.
 *
 * @param early whether the window is still open: counts can only grow
 */
public record SourceView(FeatureVector vector, Evidence evidence, boolean early) {}
