package dev.weir.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {

  private static final int PARTITIONS = 4;

  private static List<String> lines(Traffic traffic, FlowText text, int partition) {
    Flows flows = traffic.partition(partition, PARTITIONS);
    Text line = new Text();
    List<String> lines = new ArrayList<>();
    while (flows.hasNext()) {
      text.write(flows.next(), line.clear());
      lines.add(new String(line.toBytes(), StandardCharsets.US_ASCII));
    }
    return lines;
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedGivesTheSameMessages(FlowText text) {
    List<String> once = lines(Workload.of(1000, 7).traffic(text), text, 1);

    assertThat(lines(Workload.of(1000, 7).traffic(text), text, 1)).isEqualTo(once);
    assertThat(lines(Workload.of(1000, 8).traffic(text), text, 1)).isNotEqualTo(once);
    assertThat(lines(Workload.of(1000, 7).traffic(text), text, 2)).isNotEqualTo(once);
  }

  @Test
  void partitionsHaveAllFlowsBetweenThem() {
    Traffic traffic = Workload.of(1001, 1).traffic(FlowText.JSON);

    int all = 0;
    for (int partition = 0; partition < PARTITIONS; partition++) {
      all += lines(traffic, FlowText.JSON, partition).size();
    }

    assertThat(all).isEqualTo(1001);
  }

  @ParameterizedTest
  @EnumSource
  void noFlowIsLate(FlowText text) {
    Flows flows = Workload.of(20_000, 1).traffic(text).partition(0, PARTITIONS);
    long latest = 0;
    while (flows.hasNext()) {
      long time = flows.next().eventTime();
      assertThat(time).isGreaterThan(latest - text.format().outOfOrderness().toMillis());
      latest = Math.max(latest, time);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMeantForOneWindowStaysInIt(FlowText text) {
    long window = text.format().window().toMillis();
    Flows flows = Workload.of(1000, 1).traffic(text).inOneWindow(1000).partition(0, PARTITIONS);
    Set<Long> starts = new HashSet<>();
    while (flows.hasNext()) {
      starts.add(Math.floorDiv(flows.next().eventTime(), window));
    }

    assertThat(starts).hasSize(1);
  }

  @Test
  void sharesFollowZipfsLaw() {
    int[] counts = counts(Sources.zipf(100), 100, 200_000);

    double sum = 0;
    for (int i = 1; i <= 100; i++) {
      sum += 1.0 / i;
    }
    assertThat(counts[0] / 200_000.0).isBetween(0.97 / sum, 1.03 / sum);
    assertThat(counts[0] / (double) counts[9]).isBetween(9.0, 11.0);
    assertThat(counts).doesNotContain(0);
  }

  @Test
  void everySourceInTurnMakesAllEquallyActive() {
    assertThat(counts(Sources.each(5), 5, 100)).containsOnly(20);
  }

  @Test
  void hotSourceSendsItsShare() {
    int[] counts = counts(Sources.hot(0.9, Sources.each(50)), 50, 100_000);

    assertThat(counts[0] / 100_000.0).isBetween(0.89, 0.92);
  }

  private static int[] counts(Sources sources, int count, int draws) {
    SplittableRandom random = new SplittableRandom(1);
    int[] counts = new int[count];
    for (int i = 0; i < draws; i++) {
      counts[sources.next(random, i)]++;
    }
    return counts;
  }
}
