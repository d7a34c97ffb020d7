package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import org.junit.jupiter.api.Test;

/** What leaves the network, and backups that look like it. */
class UploadFindingsTest {

  private static final String SERVER = "10.0.0.5";
  private static final String CLOUD = "52.1.2.3";
  private static final String BACKUP = "52.7.7.7";
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

  /** A share of it comes back from each of ten new places. */
  private static Case spread(long bytesEach, double back) {
    Case spread = Case.from(Case.INSIDE);
    for (int i = 0; i < 10; i++) {
      spread.to("52.1.9." + i, 443, 1, bytesEach, (long) (back * bytesEach));
    }
    return spread;
  }

  @Test
  void muchToManyNewPlacesIsExfiltrationOfWhichNoneIsDenied() {
    assertThat(spread(190_000_000, 0.25).opens(DETECTOR)).contains("exfiltration");
    assertThat(spread(25_000_000, 0.25).opens(DETECTOR)).contains("exfiltration");
    assertThat(spread(24_000_000, 0.25).opens(DETECTOR)).doesNotContain("exfiltration");

    Detection found = spread(40_000_000, 0.02).judgedBy(DETECTOR).orElseThrow();

    assertThat(found.finding()).isEqualTo("exfiltration");
    assertThat(found.advice().control()).isNull();
    assertThat(found.explanation().reasons().get(0).text())
        .startsWith("400 MB sent to 10 new places in 60 s");
  }

  @Test
  void anUploadNamesNoPlaceThatGotLittleOfIt() {
    Case upload = Case.from(Case.INSIDE).to("52.1.2.9", 443, 30, 10_000, 10_000);
    upload.with(Feature.BYTES_IN, 900_000_000).with(Feature.FLOW_COUNT, 90);

    Detection found = upload.judgedBy(DETECTOR).orElseThrow();

    assertThat(found.finding()).isEqualTo("unusual-upload");
    assertThat(found.target()).isNull();
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
  void aBackupInsideHidesNoUpload() {
    Case both =
        Case.from(Case.INSIDE)
            .to(SERVER, 8443, 4, 900_000_000, 900_000_000)
            .to(CLOUD, 443, 4, 200_000_000, 2_000_000);
    History used = new History().knows(CLOUD, 443).peak(SERVER, 8443, 10, 800_000_000, 3);

    assertThat(both.opens(used.detector())).containsExactly("unusual-upload");
    assertThat(both.judgedBy(used.detector()).orElseThrow().target().address()).isEqualTo(CLOUD);
    assertThat(both.opens(new History().knows(CLOUD, 443).detector()))
        .as("a backup that training does not know, either")
        .containsExactly("unusual-upload");
  }

  @Test
  void aUsualBackupOutsideIsNotNamedForAnUpload() {
    Case both =
        Case.from(Case.INSIDE)
            .to(BACKUP, 443, 4, 900_000_000, 300_000_000)
            .to(CLOUD, 443, 4, 200_000_000, 2_000_000);
    History history = new History().knows(CLOUD, 443).peak(BACKUP, 443, 10, 800_000_000, 3);

    Detection found = both.judgedBy(history.detector()).orElseThrow();

    assertThat(found.finding()).isEqualTo("unusual-upload");
    assertThat(found.target().address()).isEqualTo(CLOUD);
    assertThat(found.advice().control().cidr()).isEqualTo(CLOUD + "/32");
  }

  @Test
  void whatGoesToMorePlacesThanAreKeptIsAnUploadUnlessMostOfItStaysInside() {
    Detector detector = new History().knows(CLOUD, 443).detector();
    Case spread = Case.from(Case.INSIDE).to(CLOUD, 443, 4, 20_000_000, 0);
    Case inside = Case.from(Case.INSIDE).to(CLOUD, 443, 4, 20_000_000, 0);
    inside.to(SERVER, 8443, 4, 30_000_000, 0);

    assertThat(spread.with(Feature.BYTES_IN, 200e6).opens(detector))
        .containsExactly("unusual-upload");
    assertThat(inside.with(Feature.BYTES_IN, 200e6).opens(detector)).isEmpty();
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
