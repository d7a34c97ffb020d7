package dev.weir.job.sink;

import dev.weir.feature.SourceView;
import dev.weir.feature.TargetView;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where windows go that somebody trains from.
 *
 * @param sources closed windows of sources
 * @param targets closed windows of targets
 */
public record VectorSinks(Sink<SourceView> sources, Sink<TargetView> targets) {}
