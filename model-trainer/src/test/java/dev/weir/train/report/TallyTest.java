package dev.weir.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.model.ScoredWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final long MINUTE = 60_000;

  /** A Tuesday. */
  private static final long START = Instant.parse("2026-03-03T10:00:00Z").toEpochMilli();

  private static ScoredWindow window(String source, long start, double score, double flows) {
    double[] values = new double[Feature.COUNT];
    values[Feature.FLOW_COUNT.ordinal()] = flows;
    values[Feature.BYTES_IN.ordinal()] = 1000;
    values[Feature.BYTES_IN_OUT_LOG_RATIO.ordinal()] = 3;
    values[Feature.SHORT_FLOW_SHARE.ordinal()] = 1;
    int label = score > 0.5 ? ScoredWindow.ANOMALOUS : ScoredWindow.NORMAL;
    return new ScoredWindow(
        new FeatureVector(new SourceKey("", source), start, start + MINUTE, "DE", values),
        score,
        label,
        score > 0.6,
        "m");
  }

  private static PortCounts ports(int port, long flows) {
    PortCounts counts = new PortCounts(8);
    counts.add(port, flows);
    return counts;
  }

  @Test
  void windowsCountAtTheirHourAndWeekday() {
    Timeline timeline = new Timeline(START, START + Duration.ofHours(2).toMillis(), MINUTE);
    timeline.add(window("a", START, 0.7, 5), ports(22, 5));
    timeline.add(window("a", START + 61 * MINUTE, 0.4, 2), ports(443, 2));

    assertThat(timeline.rhythm().flows()[1][10]).isEqualTo(5);
    assertThat(timeline.rhythm().flows()[1][11]).isEqualTo(2);
    assertThat(timeline.rhythm().anomalousWindows()[1]).contains(1, Index.atIndex(10));
    assertThat(timeline.moments().get(0).sshFlows()).isEqualTo(5);
    assertThat(timeline.moments().get(1).maxScore()).isNaN();
  }

  @Test
  void aLongHistoryHasNoMoreMomentsThanAChartShows() {
    Timeline timeline = new Timeline(START, START + Duration.ofDays(90).toMillis(), MINUTE);

    assertThat(timeline.moments()).hasSizeBetween(200, 241);
    assertThat(timeline.length() % MINUTE).isZero();
  }

  @Test
  void sourcesThatRepeatShortSessionsAreOffendersAndOthersAreNot() {
    SourceTable table = new SourceTable();
    table.add(window("twice", START, 0.7, 9));
    table.add(window("twice", START + MINUTE, 0.6, 9));
    table.add(window("once", START, 0.9, 9));
    table.add(window("few", START, 0.7, 2));
    table.add(window("few", START + MINUTE, 0.7, 2));
    table.add(window("normal", START, 0.4, 9));
    table.add(window("normal", START + MINUTE, 0.4, 9));

    assertThat(table.offenders(10)).extracting(SourceTable.Row::address).containsExactly("twice");
    assertThat(table.size()).isEqualTo(3);
    assertThat(table.senders(10).get(0).oneSidedBytes()).isEqualTo(2000);
  }

  @Test
  void criticalPortsAreListedHoweverRareTheyAre() {
    PortTable table = new PortTable(Set.of(3389));
    table.add(window("a", START, 0.7, 100), ports(443, 100));
    table.add(window("a", START, 0.7, 50), ports(80, 50));
    table.add(window("a", START, 0.7, 1), ports(3389, 1));

    assertThat(table.rows(1)).extracting(PortTable.Port::port).containsExactly(443, 3389);
    assertThat(table.interactions(List.of("DE"), List.of(80)))
        .containsExactly(new PortTable.Interaction("DE", 80, 50, 50));
  }

  @Test
  void everyRecommendationToRestrictHasManySuspiciousFlowsBehindIt() {
    List<PortTable.Port> ports =
        List.of(
            new PortTable.Port(22, "ssh", true, true, 100, 60),
            new PortTable.Port(3389, "rdp", true, true, 1000, 20),
            new PortTable.Port(443, "https", false, true, 100, 90));

    assertThat(Recommendations.of(List.of(), List.of(), ports, List.of()).restrict())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.what()).contains("port 22 (ssh)");
              assertThat(item.evidence()).startsWith("60 of its 100 flows");
            });
  }
}
