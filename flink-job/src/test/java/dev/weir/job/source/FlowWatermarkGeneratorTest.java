package dev.weir.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.job.Flows;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class FlowWatermarkGeneratorTest {

  private static final DeadLetter LETTER =
      new DeadLetter(DeadLetterReason.MALFORMED, "", "", -1, new byte[0], false);

  private long now = 1_000_000;
  private final Emitted emitted = new Emitted();
  private FlowWatermarkGenerator generator = generator(new FlowWatermarks(30, 60, 300, false));

  private FlowWatermarkGenerator generator(FlowWatermarks strategy) {
    return new FlowWatermarkGenerator(strategy, new ManualClock());
  }

  @Test
  void staysTheOutOfOrdernessBehindTheLatestFlow() {
    take(1000, 1020, 990);

    assertThat(afterTick()).containsExactly("989");
  }

  @Test
  void saysNothingBeforeTheFirstFlow() {
    assertThat(afterTick()).isEmpty();
  }

  @Test
  void followsEachFlowThatAdvancesItWhereAsked() {
    generator = generator(new FlowWatermarks(30, Long.MAX_VALUE, Long.MAX_VALUE, true));

    take(1000, 1020, 990, 1020);

    assertThat(emitted.all).containsExactly("969", "989");
  }

  @Test
  void turnsIdleOnceNoFlowCameForTheIdleness() {
    take(1000);
    now += 59;
    assertThat(afterTick()).containsExactly("969");
    now += 1;
    assertThat(afterTick()).containsExactly("idle");
  }

  @Test
  void turnsIdleWithoutEverHavingSeenAFlow() {
    now += 1_000;

    assertThat(afterTick()).containsExactly("idle");
  }

  @Test
  void countsFlowsOnlyAsActivity() {
    take(1000);
    now += 60;
    generator.onEvent(Ignored.NO_DATA, 5000, emitted);
    generator.onEvent(LETTER, 6000, emitted);

    assertThat(afterTick()).containsExactly("idle");
  }

  @Test
  void followsTheWallClockInSilenceAndTurnsIdleAgainAtOnce() {
    take(1000);
    now += 299;
    assertThat(afterTick()).containsExactly("idle");
    now += 1;
    assertThat(afterTick()).containsExactly("1269", "idle");
    now += 10;
    assertThat(afterTick()).containsExactly("1279", "idle");
  }

  @Test
  void isWaitedForThroughoutItsIdlenessHoweverShortTheSilence() {
    generator = generator(new FlowWatermarks(30, 600, 300, false));
    take(1000);

    now += 599;
    assertThat(afterTick()).containsExactly("969");
    now += 1;
    assertThat(afterTick()).containsExactly("1569", "idle");
  }

  @Test
  void recoversWithTheNextFlow() {
    take(1000);
    now += 400;
    afterTick();
    take(2000);

    assertThat(afterTick()).containsExactly("1969");
    now += 300;
    assertThat(afterTick()).containsExactly("2269", "idle");
  }

  @Test
  void isNeverIdleOrSilentOnFiles() {
    generator = generator(FlowWatermarks.ofFiles(0));
    take(1000);
    now += 1_000_000_000;

    assertThat(afterTick()).containsExactly("999");
  }

  private void take(long... times) {
    for (long time : times) {
      Entry flow = Flows.at("a", time);
      generator.onEvent(flow, ((FlowRecord) flow).eventTime(), emitted);
    }
  }

  private List<String> afterTick() {
    emitted.all.clear();
    generator.onPeriodicEmit(emitted);
    return List.copyOf(emitted.all);
  }

  private final class ManualClock implements RelativeClock {
    @Override
    public long relativeTimeMillis() {
      return now;
    }

    @Override
    public long relativeTimeNanos() {
      return now * 1_000_000;
    }
  }

  private static final class Emitted implements WatermarkOutput {
    private final List<String> all = new ArrayList<>();

    @Override
    public void emitWatermark(Watermark watermark) {
      all.add(String.valueOf(watermark.getTimestamp()));
    }

    @Override
    public void markIdle() {
      all.add("idle");
    }

    @Override
    public void markActive() {
      all.add("active");
    }
  }
}
