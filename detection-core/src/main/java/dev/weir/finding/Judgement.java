package dev.weir.finding;

/**
 * What all views are judged by.
 *
 * @param minSeverity below it nothing opens
 * @param minFlows a source's window with fewer is judged by its bytes only
 */
record Judgement(
    String modelId,
    Baseline baseline,
    int minSeverity,
    long minFlows,
    Advisor advisor,
    Reputation reputation) {

  Judgement with(Reputation other) {
    return new Judgement(modelId, baseline, minSeverity, minFlows, advisor, other);
  }
}
