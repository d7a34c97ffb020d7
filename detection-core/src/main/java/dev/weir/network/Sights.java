package dev.weir.network;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.Side;
import dev.weir.flow.Sight;
import java.util.Locale;
import java.util.Optional;

/**
 * How well it is known where flows were seen and from which side.
 *
 * @param flows that were counted
 * @param unoriented whose initiator could not be told
 * @param unknown seen at an interface whose address is not known: perhaps counted twice
 * @param repeated of those, the ones that another interface had lately seen
 */
public record Sights(long flows, long unoriented, long unknown, long repeated) {

  /** Whether a flow's initiator could not be told. */
  public static boolean isUnoriented(FlowRecord flow) {
    return flow.side() == Side.UNORIENTED;
  }

  /** Whether a flow may be counted twice. */
  public static boolean isUnknown(FlowRecord flow) {
    return flow.sight() != Sight.SINGLE;
  }

  /** Whether a flow most likely is. */
  public static boolean isRepeated(FlowRecord flow) {
    return flow.sight() == Sight.REPEATED;
  }

  /** The counts in words; empty where all is known, as of two-way records. */
  public Optional<String> summary() {
    return unoriented + unknown == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d unoriented, %,d at unknown interfaces (%s repeated)",
                unoriented,
                unknown,
                percent()));
  }

  /** What the user should know and do, where flows may be counted twice. */
  public Optional<String> warning() {
    return unknown == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d flows from host to host inside were seen at interfaces whose address is not"
                    + " known and may be counted twice (%s of them repeat another's); name the"
                    + " interfaces in --network, or log flow-direction",
                unknown,
                percent()));
  }

  private String percent() {
    return String.format(Locale.ROOT, "%.1f %%", unknown == 0 ? 0 : 100.0 * repeated / unknown);
  }
}
