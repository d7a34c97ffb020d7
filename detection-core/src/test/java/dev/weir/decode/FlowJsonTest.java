package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.Action;
import dev.weir.flow.FlowJson;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Side;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FlowJsonTest {

  private final FlowLogDecoder decoder = LogOptions.of(LogFormat.JSON).streamDecoder();

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void aFlowThatIsReplayedComesBackEqual(@ForAll("flows") FlowRecord flow) {
    assertThat(Entries.of(decoder, FlowJson.toBytes(flow))).isEqualTo(flow);
  }

  @Test
  void namesEveryFieldAsTheLogsDo() {
    FlowRecord flow =
        FlowRecord.builder()
            .scope("123456789012")
            .side(Side.RESPONDER)
            .srcIp("10.0.0.1")
            .dstIp("2001:db8::1")
            .srcPort(50_123)
            .dstPort(443)
            .protocol(6)
            .bytesIn(0)
            .bytesOut(12_990)
            .packets(17)
            .start(1_714_086_000_000L)
            .end(1_714_086_000_123L)
            .action(Action.REJECT)
            .responseCode(403)
            .country("AE")
            .ruleNames(List.of("a", "b"))
            .build();

    assertThat(json(flow))
        .isEqualTo(
            "{\"scope\":\"123456789012\",\"side\":\"responder\",\"src_ip\":\"10.0.0.1\","
                + "\"dst_ip\":\"2001:db8::1\",\"src_port\":50123,\"dst_port\":443,\"protocol\":6,"
                + "\"bytes_in\":0,\"bytes_out\":12990,\"packets\":17,"
                + "\"creation_time\":\"2024-04-25T23:00:00Z\","
                + "\"end_time\":\"2024-04-25T23:00:00.123Z\",\"action\":\"REJECT\","
                + "\"response.code\":403,\"src_ip_country_code\":\"AE\",\"rule_names\":[\"a\",\"b\"]}");
  }

  @Test
  void leavesOutWhatIsAbsent() {
    FlowRecord flow = FlowRecord.builder().srcIp("10.0.0.1").end(0).build();

    assertThat(json(flow)).isEqualTo("{\"src_ip\":\"10.0.0.1\",\"time\":\"1970-01-01T00:00:00Z\"}");
  }

  @Test
  void aScopeOrSideOfSomeOtherLogIsPassedOver() {
    for (String others :
        List.of(
            "\"side\":\"client\"",
            "\"side\":7",
            "\"side\":null",
            "\"side\":[\"responder\"]",
            "\"scope\":{\"name\":\"otel\"}",
            "\"scope\":[1]")) {
      assertThat(
              Entries.flow(decoder, "{\"src_ip\":\"10.0.0.1\",\"time\":1714086000," + others + "}"))
          .as(others)
          .isEqualTo(FlowRecord.builder().srcIp("10.0.0.1").start(1_714_086_000_000L).build());
    }
  }

  private static String json(FlowRecord flow) {
    return new String(FlowJson.toBytes(flow), StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<FlowRecord> flows() {
    return Flows.any();
  }
}
