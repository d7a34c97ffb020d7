package dev.weir.finding;

import dev.weir.feature.TargetKey;
import java.util.function.DoubleFunction;

/**
 * A finding whose shape a view has, with how much of it there is.
 *
 * @param name of the measure, such as {@code source.attempts}
 * @param target at which it shows most; null where it shows at none
 * @param direction of the flows that show it
 * @param words how to say an amount of it
 */
record Match(
    String name, Measure measure, TargetKey target, Direction direction, DoubleFunction<String> words) {}
