package dev.weir.bench.growth;

import dev.weir.bench.pipeline.Backend;
import dev.weir.bench.pipeline.Traffic;
import java.nio.file.Path;

/**
 * The job under one load.
 *
 * @param name its key in results
 * @param base name of the case that it is held against, within each round
 * @param slots of the cluster
 * @param topic that holds the traffic
 * @param model to score by
 */
record Case(
    String name,
    String base,
    int slots,
    Backend backend,
    String topic,
    Traffic traffic,
    Path model) {}
