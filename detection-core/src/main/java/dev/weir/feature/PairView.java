package dev.weir.feature;

/**
 * The pair view: how a source keeps coming back to a target, over hours. Emitted when one of the
 * source's windows closes in which it came.
 *
 * @param windowStart of that window, epoch milliseconds
 * @param windowEnd of that window, epoch milliseconds
 * @param firstSeen event time of the first contact that is remembered, epoch milliseconds
 * @param lastSeen of the last, to the resolution of a slot
 * @param contacts slots of windows in which it came
 * @param period the typical interval, milliseconds
 * @param regularity share of the intervals that lie within a quarter of the period, 0 to 1
 * @param bytesIn bytes sent over all contacts
 * @param bytesOut bytes that came back over all contacts
 */
public record PairView(
    SourceKey source,
    TargetKey target,
    long windowStart,
    long windowEnd,
    long firstSeen,
    long lastSeen,
    long contacts,
    long period,
    double regularity,
    long bytesIn,
    long bytesOut) {}
