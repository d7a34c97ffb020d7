package dev.weir.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FlowRecordTest {

  @Test
  void aFlowThatEndsOnABoundaryIsTimedBeforeIt() {
    FlowRecord flow = FlowRecord.builder().srcIp("::1").start(0).end(60_000).build();

    assertThat(flow.eventTime()).isEqualTo(59_999);
    assertThat(flow.duration()).isEqualTo(60_000);
  }

  @Property
  void theEventTimeLiesWithinTheFlow(
      @ForAll @LongRange(min = 0, max = 1L << 42) long start,
      @ForAll @LongRange(min = 0, max = 1L << 42) long duration) {
    FlowRecord flow = FlowRecord.builder().srcIp("::1").start(start).end(start + duration).build();

    assertThat(flow.eventTime()).isBetween(flow.start(), flow.end());
  }

  @Test
  void aFlowWithOneTimeHasNoDuration() {
    assertThat(FlowRecord.builder().srcIp("::1").end(7).build())
        .returns(7L, FlowRecord::start)
        .returns(7L, FlowRecord::eventTime)
        .returns((long) FlowRecord.ABSENT, FlowRecord::duration);
  }

  @Test
  void longTextsAreCutWithoutHalvingACharacter() {
    FlowRecord flow = start().scope("x".repeat(255) + "😀😀").dstIp("y".repeat(256)).build();

    assertThat(flow.scope()).isEqualTo("x".repeat(255));
    assertThat(flow.dstIp()).isEqualTo("y".repeat(256));
  }

  @Test
  void aCutBaresNoBlank() {
    FlowRecord flow = start().scope("x".repeat(200) + " ".repeat(100) + "x").build();

    assertThat(flow.scope()).isEqualTo("x".repeat(200));
  }

  @Test
  void ofManyRulesTheFirstAreKept() {
    List<String> many = IntStream.range(0, 100_000).mapToObj(i -> "rule " + i).toList();

    assertThat(start().ruleNames(many).build().ruleNames())
        .isEqualTo(many.subList(0, FlowRecord.MAX_RULES));
  }

  @Test
  void theRecordItselfRefusesWhatItsBytesCouldNotHold() {
    String longText = "x".repeat(FlowRecord.MAX_TEXT + 1);

    refuses(() -> record(longText, 6, 0, 0, List.of()), "scope has 257 characters");
    refuses(() -> record("", 6, 0, 0, List.of(longText)), "a rule's name has 257 characters");
    refuses(() -> record("", 6, 0, 0, Collections.nCopies(65, "x")), "65 rules");
    refuses(() -> record("", 256, 0, 0, List.of()), "protocol 256");
    refuses(() -> record("", 6, 1, 0, List.of()), "end 0 before start 1");
  }

  @Test
  void aBuilderWithoutSourceOrTimeBuildsNothing() {
    assertThatThrownBy(() -> FlowRecord.builder().start(0).build())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> FlowRecord.builder().srcIp("::1").build())
        .isInstanceOf(IllegalStateException.class);
  }

  private static FlowRecordBuilder start() {
    return FlowRecord.builder().srcIp("::1").start(0);
  }

  private static FlowRecord record(
      String scope, int protocol, long start, long end, List<String> rules) {
    return new FlowRecord(
        scope,
        "::1",
        "::1",
        "",
        -1,
        -1,
        protocol,
        -1,
        -1,
        -1,
        -1,
        start,
        end,
        true,
        Side.INITIATOR,
        Sight.SINGLE,
        Action.UNKNOWN,
        -1,
        "",
        rules,
        Truth.UNKNOWN);
  }

  private static void refuses(Runnable making, String why) {
    assertThatThrownBy(making::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
