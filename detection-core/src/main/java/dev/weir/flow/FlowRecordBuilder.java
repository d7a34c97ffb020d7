package dev.weir.flow;

import java.util.List;

/** Collects a flow's fields as a decoder meets them. */
public final class FlowRecordBuilder {
  private String scope = "";
  private String source = "";
  private String srcIp = "";
  private String dstIp = "";
  private int srcPort = FlowRecord.ABSENT;
  private int dstPort = FlowRecord.ABSENT;
  private int protocol = FlowRecord.ABSENT;
  private int tcpFlags = FlowRecord.ABSENT;
  private long bytesIn = FlowRecord.ABSENT;
  private long bytesOut = FlowRecord.ABSENT;
  private long packets = FlowRecord.ABSENT;
  private long start;
  private long end;
  private boolean hasStart;
  private boolean hasEnd;
  private Side side = Side.INITIATOR;
  private Sight sight = Sight.SINGLE;
  private Action action = Action.UNKNOWN;
  private int responseCode = FlowRecord.ABSENT;
  private String country = "";
  private List<String> ruleNames = List.of();
  private Truth truth = Truth.UNKNOWN;

  FlowRecordBuilder() {}

  public FlowRecordBuilder scope(String value) {
    scope = value;
    return this;
  }

  /** Not needed where the source view goes by the initiator's address. */
  public FlowRecordBuilder source(String value) {
    source = value;
    return this;
  }

  public FlowRecordBuilder srcIp(String value) {
    srcIp = value;
    return this;
  }

  public FlowRecordBuilder dstIp(String value) {
    dstIp = value;
    return this;
  }

  public FlowRecordBuilder srcPort(int value) {
    srcPort = value;
    return this;
  }

  public FlowRecordBuilder dstPort(int value) {
    dstPort = value;
    return this;
  }

  public FlowRecordBuilder protocol(int value) {
    protocol = value;
    return this;
  }

  /** Of the packets that the record describes, OR-ed. */
  public FlowRecordBuilder tcpFlags(int value) {
    tcpFlags = value;
    return this;
  }

  public FlowRecordBuilder bytesIn(long value) {
    bytesIn = value;
    return this;
  }

  public FlowRecordBuilder bytesOut(long value) {
    bytesOut = value;
    return this;
  }

  public FlowRecordBuilder packets(long value) {
    packets = value;
    return this;
  }

  public FlowRecordBuilder start(long epochMillis) {
    start = epochMillis;
    hasStart = true;
    return this;
  }

  public FlowRecordBuilder end(long epochMillis) {
    end = epochMillis;
    hasEnd = true;
    return this;
  }

  public FlowRecordBuilder side(Side value) {
    side = value;
    return this;
  }

  public FlowRecordBuilder sight(Sight value) {
    sight = value;
    return this;
  }

  public FlowRecordBuilder action(Action value) {
    action = value;
    return this;
  }

  public FlowRecordBuilder responseCode(int value) {
    responseCode = value;
    return this;
  }

  /** The source's country; what is no two-letter code counts as absent. */
  public FlowRecordBuilder country(String value) {
    country = CountryCode.of(value);
    return this;
  }

  public FlowRecordBuilder ruleNames(List<String> value) {
    ruleNames = value;
    return this;
  }

  public FlowRecordBuilder truth(Truth value) {
    truth = value;
    return this;
  }

  /** The initiator's address as given, or empty. */
  public String srcIp() {
    return srcIp;
  }

  /** Whether the log itself says what the source view counts the flow for. */
  public boolean hasSourceKey() {
    return !source.isEmpty();
  }

  /** Whether a scope was given. */
  public boolean hasScope() {
    return !scope.isEmpty();
  }

  /** Whether a country was given. */
  public boolean hasCountry() {
    return !country.isEmpty();
  }

  /** Whether a source address was given. */
  public boolean hasSource() {
    return !srcIp.isEmpty();
  }

  /** Whether at least one time was given. */
  public boolean hasTime() {
    return hasStart || hasEnd;
  }

  /** Whether both times were given and the end lies before the start. */
  public boolean endsBeforeStart() {
    return hasStart && hasEnd && end < start;
  }

  /**
   * The record; a time that was not given equals the other. Texts are cut at {@link
   * FlowRecord#MAX_TEXT} characters, rules after the first {@link FlowRecord#MAX_RULES} left out.
   *
   * @throws IllegalStateException without a source or a time: decoders ask first
   */
  public FlowRecord build() {
    if (!hasSource() || !hasTime()) {
      throw new IllegalStateException("a flow needs a source and a time");
    }
    String address = bounded(srcIp);
    return new FlowRecord(
        bounded(scope),
        source.isEmpty() ? address : bounded(source),
        address,
        bounded(dstIp),
        srcPort,
        dstPort,
        protocol,
        tcpFlags,
        bytesIn,
        bytesOut,
        packets,
        hasStart ? start : end,
        hasEnd ? end : start,
        hasStart && hasEnd,
        side,
        sight,
        action,
        responseCode,
        country,
        boundedRules(),
        truth);
  }

  private List<String> boundedRules() {
    if (ruleNames.size() <= FlowRecord.MAX_RULES && allBounded(ruleNames)) {
      return ruleNames;
    }
    return ruleNames.stream().limit(FlowRecord.MAX_RULES).map(FlowRecordBuilder::bounded).toList();
  }

  private static boolean allBounded(List<String> rules) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).length() > FlowRecord.MAX_TEXT) {
        return false;
      }
    }
    return true;
  }

  /** A cut may bare a blank, which a reader of the text would take off again. */
  private static String bounded(String text) {
    return text.length() <= FlowRecord.MAX_TEXT
        ? text
        : BoundedText.head(text, FlowRecord.MAX_TEXT).strip();
  }
}
