package dev.weir.decode;

import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.flow.Side;
import dev.weir.flow.Sight;
import dev.weir.flow.Truth;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Flows of every kind that a decoder may report. */
public final class Flows {

  private static final List<String> ADDRESSES =
      List.of("10.0.0.1", "10.0.0.2", "192.0.2.7", "2001:db8::1", "::1", "255.255.255.255");

  private static final long LAST_TIME = 9_999_999_999_999L;

  private Flows() {}

  /** Anything from a bare source and time to a flow with every field, at any time. */
  public static Arbitrary<FlowRecord> any() {
    return between(0, LAST_TIME);
  }

  /** Flows whose event times lie in the window that begins there. */
  public static Arbitrary<FlowRecord> between(long from, long to) {
    Arbitrary<FlowRecordBuilder> ends =
        Combinators.combine(
                texts().optional(0.3),
                Arbitraries.of(ADDRESSES),
                Arbitraries.of(ADDRESSES).optional(0.8),
                ports(),
                ports(),
                Arbitraries.integers().between(-1, 255),
                Arbitraries.of(Side.class))
            .as(
                (scope, src, dst, srcPort, dstPort, protocol, side) ->
                    FlowRecord.builder()
                        .scope(scope.orElse(""))
                        .srcIp(src)
                        .dstIp(dst.orElse(""))
                        .srcPort(srcPort)
                        .dstPort(dstPort)
                        .protocol(protocol)
                        .tcpFlags(protocol == 6 ? srcPort % 256 : protocol)
                        .side(side));
    Arbitrary<FlowRecordBuilder> counted =
        Combinators.combine(
                ends,
                counts(),
                counts(),
                counts(),
                Arbitraries.of(Action.class),
                Arbitraries.integers().between(0, 999).injectNull(0.5),
                texts().optional(0.5),
                texts().list().ofMaxSize(5))
            .as(
                (flow, in, out, packets, action, status, country, rules) ->
                    flow.bytesIn(in)
                        .bytesOut(out)
                        .packets(packets)
                        .action(action)
                        .responseCode(status == null ? FlowRecord.ABSENT : status)
                        .country(country.orElse(""))
                        .ruleNames(rules)
                        .source(rules.size() == 1 ? "2001:db8::/64" : "")
                        .sight(Sight.values()[rules.size() % 3])
                        .truth(Truth.values()[rules.size() % 3]));
    Arbitrary<Long> times = Arbitraries.longs().between(from, to);
    return Combinators.combine(counted, times, times, Arbitraries.of(true, false))
        .as(
            (flow, one, other, timed) ->
                timed
                    ? flow.start(Math.min(one, other)).end(Math.max(one, other)).build()
                    : flow.start(one).build());
  }

  /** Texts as decoders keep them: without blanks around, and never a lone hyphen. */
  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "AE", "US", "123456789012", "rule \"9\"", "ü€😀", "null", "a,b", "\u0001"),
            Arbitraries.strings().all().ofMinLength(1).ofMaxLength(300))
        .map(text -> FieldText.of(text).text())
        .filter(text -> !text.isEmpty() && !text.equals("-"));
  }

  private static Arbitrary<Integer> ports() {
    return Arbitraries.oneOf(
        Arbitraries.of(FlowRecord.ABSENT, 22, 443, 3389, 50_000),
        Arbitraries.integers().between(0, 65_535));
  }

  private static Arbitrary<Long> counts() {
    return Arbitraries.oneOf(
        Arbitraries.just((long) FlowRecord.ABSENT),
        Arbitraries.longs().between(0, 100_000),
        Arbitraries.longs().between(0, Long.MAX_VALUE));
  }
}
