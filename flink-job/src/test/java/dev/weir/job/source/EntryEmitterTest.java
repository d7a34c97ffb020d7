package dev.weir.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
import dev.weir.flow.Ignored;
import dev.weir.job.Flows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryEmitterTest {

  private static final long RECEIVED = 1_000_000;
  private static final byte[] BUFFER = "..message..".getBytes(StandardCharsets.UTF_8);

  private final List<Entry> out = new ArrayList<>();
  private int originAsked;

  private EntryEmitter emitter(long receivedTime) {
    return new EntryEmitter(300_000).message(BUFFER, 2, 7, receivedTime, this::origin, out::add);
  }

  private String origin() {
    originAsked++;
    return "topic-3-17";
  }

  @Test
  void passesOnWhatIsInTime() {
    FlowRecord now = Flows.at("a", RECEIVED);
    FlowRecord justSo = Flows.at("a", RECEIVED + 300_000);
    FlowRecord longAgo = Flows.at("a", 0);
    EntryEmitter emitter = emitter(RECEIVED);

    emitter.flow(now);
    emitter.flow(justSo);
    emitter.flow(longAgo);
    emitter.ignored(Ignored.HEADER);

    assertThat(out).containsExactly(now, justSo, longAgo, Ignored.HEADER);
    assertThat(originAsked).as("nobody needs an origin").isZero();
  }

  @Test
  void turnsAFlowFromTheFutureIntoADeadLetterOfItsMessage() {
    emitter(RECEIVED).flow(Flows.at("a", RECEIVED + 300_001));

    DeadLetter letter = (DeadLetter) out.get(0);
    assertThat(letter.reason()).isEqualTo(DeadLetterReason.FUTURE_TIME);
    assertThat(letter.detail()).contains("1970-01-01T00:21:40.001Z", "1970-01-01T00:21:40Z");
    assertThat(letter.origin()).isEqualTo("topic-3-17");
    assertThat(letter.receivedTime()).isEqualTo(RECEIVED);
    assertThat(letter.payload()).asString(StandardCharsets.UTF_8).isEqualTo("message");
  }

  @Test
  void aGapOfTheFutureIsNotBelieved() {
    Gap gap = new Gap("", List.of(), RECEIVED, RECEIVED + 300_000);
    EntryEmitter emitter = emitter(RECEIVED);

    emitter.gap(gap);
    emitter.gap(new Gap("", List.of(), RECEIVED, RECEIVED + 300_001));

    assertThat(out).containsExactly(gap, Ignored.SKIP_DATA);
  }

  @Test
  void believesEveryTimeWhereTheTransportHasNone() {
    FlowRecord flow = Flows.at("a", 4_000_000_000_000L);

    emitter(FlowRecord.ABSENT).flow(flow);

    assertThat(out).containsExactly(flow);
  }

  @Test
  void addsOriginAndTimeToDeadLetters() {
    emitter(RECEIVED).deadLetter(DeadLetterReason.BAD_NUMBER, "detail", BUFFER, 0, 2);

    assertThat(out)
        .containsExactly(
            new DeadLetter(
                DeadLetterReason.BAD_NUMBER,
                "detail",
                "topic-3-17",
                RECEIVED,
                new byte[] {'.', '.'},
                false));
    assertThat(originAsked).isEqualTo(1);
  }
}
