package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import org.junit.jupiter.api.Test;

/** What one source sends out or takes, and what only looks like too much. */
class UploadFindingsTest {

  private static final String SERVER = "10.0.0.5";
  private static final String CLOUD = "52.1.2.3";
  private static final Detector DETECTOR = new History().detector();

  private static Case upload(long bytes, double back) {
    return Case.from(Case.INSIDE).to(CLOUD, 443, 4, bytes, (long) (back * bytes));
  }

  @Test
  void muchToAPlaceThatNobodyKnowsIsExfiltration() {
    assertThat(upload(200_000_000, 0.02).opens(DETECTOR))
        .containsExactly("exfiltration", "unusual-upload");
    assertThat(upload(49_999_999, 0.02).opens(DETECTOR)).isEmpty();
    assertThat(upload(50_000_000, 0.02).opens(DETECTOR)).containsExactly("exfiltration");
    assertThat(upload(50_000_000, 0.2).opens(DETECTOR)).containsExactly("exfiltration");
    assertThat(upload(199_000_000, 0.21).opens(DETECTOR)).isEmpty();
    assertThat(upload(200_000_000, 0.21).opens(DETECTOR)).containsExactly("exfiltration");
  }

  @Test
  void oneFlowCanCarryAllOfIt() {
    assertThat(
            Case.from(Case.INSIDE)
                .with(Feature.FLOW_COUNT, 1)
                .to(CLOUD, 443, 1, 90_000_000, 1_000_000)
                .opens(DETECTOR))
        .contains("exfiltration");
  }

  @Test
  void backupsToTheirUsualPlaceAreNeither() {
    Detector detector = new History().peak(CLOUD, 443, 10, 2_000_000_000L, 1).detector();

    assertThat(upload(3_000_000_000L, 0.01).opens(detector))
        .doesNotContain("exfiltration", "unusual-upload");
    assertThat(upload(6_000_000_000L, 0.01).opens(detector)).contains("exfiltration");
  }

  @Test
  void muchToAPlaceThatEverybodyUsesIsAnUpload() {
    Detector detector = new History().knows(CLOUD, 443).detector();

    assertThat(upload(59_999_999, 0.02).opens(detector)).isEmpty();
    assertThat(upload(60_000_000, 0.02).opens(detector)).containsExactly("unusual-upload");
    assertThat(upload(60_000_000, 0.21).opens(detector)).isEmpty();
  }

  @Test
  void norAreBackupsInside() {
    assertThat(Case.from(Case.INSIDE).to(SERVER, 8443, 4, 900_000_000, 9_000_000).opens(DETECTOR))
        .doesNotContain("exfiltration", "unusual-upload");
  }

  @Test
  void takingFarMoreThanAnybodyFromOutsideIsExfiltration() {
    Case taking = Case.from(Case.OUTSIDE).to(SERVER, 443, 8, 4_000_000, 250_000_000);

    assertThat(taking.opens(DETECTOR)).containsExactly("exfiltration");
    assertThat(Case.from(Case.OUTSIDE).to(SERVER, 443, 8, 4_000_000, 249_000_000).opens(DETECTOR))
        .doesNotContain("exfiltration");
  }

  @Test
  void whatIsTooMuchForOnePlaceIsToldThoughMoreGoesWhereMoreIsUsual() {
    Detector detector = new History().peak(CLOUD, 443, 10, 400_000_000, 1).detector();
    Case early = Case.from(Case.INSIDE).to("52.9.9.9", 443, 4, 250_000_000, 0);

    assertThat(early.early().opens(detector)).contains("exfiltration");
    Case later = early.to(CLOUD, 443, 4, 900_000_000, 0);
    assertThat(later.opens(detector)).contains("exfiltration");
    assertThat(later.judgedBy(detector))
        .hasValueSatisfying(found -> assertThat(found.target().address()).isEqualTo("52.9.9.9"));
  }
}
