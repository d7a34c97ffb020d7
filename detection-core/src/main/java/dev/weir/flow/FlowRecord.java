package dev.weir.flow;

import java.util.List;
import java.util.Objects;

/**
 * One validated, oriented flow: what everything after decoding sees.
 *
 * <p>Absent numbers are {@link #ABSENT}, absent texts empty; an absent value is never 0.
 *
 * <p>No text is longer than {@link #MAX_TEXT} characters and there are no more than {@link
 * #MAX_RULES} rules, whatever the log holds: every flow has a key, state and bytes of bounded size.
 * {@link FlowRecordBuilder#build} cuts; the record itself refuses.
 *
 * @param scope account or network of a private address, empty for a public one: the same private
 *     address in two accounts is two sources
 * @param source what the source view counts the flow for: the initiator's address, or its prefix
 *     where a network's IPv6 hosts are counted together
 * @param srcIp the initiator's address in canonical text (RFC 5952 for IPv6)
 * @param dstIp the responder's address in canonical text, or empty
 * @param srcPort 0 to 65535 or ABSENT
 * @param dstPort 0 to 65535 or ABSENT
 * @param protocol IANA protocol number, 0 to 255, or ABSENT
 * @param tcpFlags TCP flags of the packets that the record describes, OR-ed, 0 to 255, or ABSENT;
 *     logs of both directions tell the initiator's
 * @param bytesIn bytes from initiator to responder, or ABSENT
 * @param bytesOut bytes that came back, or ABSENT
 * @param packets packets both ways as far as the record knows them, or ABSENT
 * @param start epoch milliseconds; equal to {@code end} where the log gives one time only
 * @param end epoch milliseconds, not before start
 * @param timed whether the log gives both times, so that the duration is known
 * @param side which direction of the conversation the record describes
 * @param sight whether the flow may be logged, and counted, at another interface too
 * @param action what the network did with it
 * @param responseCode HTTP status, or ABSENT
 * @param country two-letter ISO 3166 code of the source as the log gives it, in upper case, or
 *     empty
 * @param ruleNames rules that the flow hit, as the log names them; of many the first
 * @param truth the label of a labelled log
 */
public record FlowRecord(
    String scope,
    String source,
    String srcIp,
    String dstIp,
    int srcPort,
    int dstPort,
    int protocol,
    int tcpFlags,
    long bytesIn,
    long bytesOut,
    long packets,
    long start,
    long end,
    boolean timed,
    Side side,
    Sight sight,
    Action action,
    int responseCode,
    String country,
    List<String> ruleNames,
    Truth truth)
    implements Entry {

  /** Stands for a number that the log does not give. */
  public static final int ABSENT = -1;

  /** Longest text of a flow, in characters. */
  public static final int MAX_TEXT = 256;

  /** Most rules of a flow. */
  public static final int MAX_RULES = 64;

  private static final int MAX_PROTOCOL = 255;
  private static final int MAX_FLAGS = 255;
  private static final int SYN = 2;
  private static final int ACK = 16;

  /** Rejects what no decoder may let through. */
  public FlowRecord {
    requireBounded(scope, "scope");
    requireBounded(source, "source");
    requireBounded(srcIp, "srcIp");
    requireBounded(dstIp, "dstIp");
    requireBounded(country, "country");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(sight, "sight");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(truth, "truth");
    if (protocol < ABSENT || protocol > MAX_PROTOCOL) {
      throw new IllegalArgumentException("protocol " + protocol);
    }
    if (tcpFlags < ABSENT || tcpFlags > MAX_FLAGS) {
      throw new IllegalArgumentException("TCP flags " + tcpFlags);
    }
    if (end < start) {
      throw new IllegalArgumentException("end " + end + " before start " + start);
    }
    ruleNames = List.copyOf(ruleNames);
    if (ruleNames.size() > MAX_RULES) {
      throw new IllegalArgumentException(ruleNames.size() + " rules");
    }
    for (int i = 0; i < ruleNames.size(); i++) {
      requireBounded(ruleNames.get(i), "a rule's name");
    }
  }

  private static void requireBounded(String text, String what) {
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(what + " has " + text.length() + " characters");
    }
  }

  /**
   * The time that windows and watermarks go by, in epoch milliseconds: a record that ends on a
   * window's boundary belongs to the window that it filled.
   */
  public long eventTime() {
    return Math.max(start, end - 1);
  }

  /** Milliseconds from start to end, or ABSENT where the log gives one time only. */
  public long duration() {
    return timed ? end - start : ABSENT;
  }

  /** Whether the log tells that a SYN without ACK was sent: somebody asked for a connection. */
  public boolean isSyn() {
    return tcpFlags != ABSENT && (tcpFlags & (SYN | ACK)) == SYN;
  }

  /** Starts an empty record; see {@link FlowRecordBuilder}. */
  public static FlowRecordBuilder builder() {
    return new FlowRecordBuilder();
  }
}
