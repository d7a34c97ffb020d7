package dev.weir.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.train.report.Timeline.Moment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPartsTest {

  @Test
  void portsBeyondTheBoundAreCountedTogether() {
    PortCounts counts = new PortCounts(2);
    counts.add(22, 1);
    counts.add(443, 2);
    counts.add(8080, 4);
    counts.add(22, 8);

    assertThat(List.of(counts.of(22), counts.of(443), counts.of(8080), counts.of(PortCounts.OTHER)))
        .containsExactly(9L, 2L, 0L, 4L);
  }

  @Test
  void aSpikeStandsThreeDeviationsAboveTheMean() {
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      moments.add(moment("t" + i, i == 40 ? 500 : i % 3));
    }

    assertThat(Spikes.of(22, moments, Moment::sshFlows))
        .singleElement()
        .extracting(Summary.Spike::start, Summary.Spike::flows)
        .containsExactly("t40", 500L);
  }

  @Test
  void fewFlowsAreNoSpike() {
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      moments.add(moment("t" + i, i == 40 ? 9 : 0));
    }

    assertThat(Spikes.of(22, moments, Moment::sshFlows)).isEmpty();
  }

  private static Moment moment(String start, long ssh) {
    return new Moment(start, ssh, 1, 0, 0, 0.4, 0.4, ssh, 0);
  }

  @Test
  void nothingInAScriptElementCanEndIt() {
    assertThat(ReportPage.inScript("\"</script><!--&\u2028\u2029\""))
        .isEqualTo("\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029\"");
  }

  @Test
  void aCountryThatTheMapDoesNotShowHasNoNameOnIt() {
    assertThat(Countries.onMap("KR")).isEqualTo("Korea");
    assertThat(Countries.onMap("XX")).isEmpty();
    assertThat(Countries.name("DE")).isEqualTo("Germany");
  }
}
