package dev.weir.evaluation;

/**
 * How much of one kind of attack the thresholds let through to people.
 *
 * @param name as the labels have it
 * @param windows that hold flows of it
 * @param labelled those of them that the model labels anomalous
 * @param alerting those of them whose score is beyond the alert threshold
 */
public record AttackRecall(String name, long windows, long labelled, long alerting) {}
