package dev.weir.bench.pipeline;

import java.util.List;

/**
 * What is to be measured.
 *
 * @param workload that every configuration reads
 * @param configurations in their order
 * @param rounds in which each of them runs once
 * @param parallelism subtasks of every operator
 * @param partitions of every topic
 * @param weighsState whether the jobs' state is weighed
 * @param latencySeconds for which alerts are timed; 0 for not at all
 */
public record Plan(
    Workload workload,
    List<Configuration> configurations,
    int rounds,
    int parallelism,
    int partitions,
    boolean weighsState,
    int latencySeconds) {}
