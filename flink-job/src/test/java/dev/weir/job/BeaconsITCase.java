package dev.weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.alert.Alert;
import dev.weir.alert.AlertFormat;
import dev.weir.alert.Status;
import dev.weir.feature.WindowSpec;
import dev.weir.finding.Kind;
import dev.weir.flow.FlowRecord;
import dev.weir.job.source.FlowWatermarks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hosts inside that call one place outside like clocks. */
class BeaconsITCase {

  private static final long MINUTE = 60_000;
  private static final int CALLS = 45;

  @Test
  void threeToOneTargetAreOneIncidentOfIt() throws Exception {
    Run run = calling(3);

    Accounting accounting = run.execute();

    assertThat(accounting.incidents().opened()).isEqualTo(1);
    assertThat(run.alerts().content())
        .allSatisfy(
            alert -> {
              assertThat(alert.incident().key().kind()).isEqualTo(Kind.TARGET);
              assertThat(alert.incident().finding()).isEqualTo("beaconing");
            });
    Alert closing = run.alerts().content().get(run.alerts().content().size() - 1);
    assertThat(closing.status()).isEqualTo(Status.CLOSE);
    assertThat(closing.incident().sources()).isEqualTo(3);
    assertThat(new String(AlertFormat.NATIVE.toBytes(closing), StandardCharsets.UTF_8))
        .as("contacts count once, in however many windows they are remembered")
        .contains("\"flows\":" + 3 * CALLS + ',');
  }

  @Test
  void twoToOneTargetStayTheirOwn() throws Exception {
    Run run = calling(2);

    Accounting accounting = run.execute();

    assertThat(accounting.incidents().opened()).isEqualTo(2);
    assertThat(run.alerts().content())
        .allSatisfy(alert -> assertThat(alert.incident().key().kind()).isEqualTo(Kind.PAIR));
  }

  private static Run calling(int hosts) {
    List<FlowRecord> calls = new ArrayList<>();
    for (int call = 0; call < CALLS; call++) {
      for (int host = 1; host <= hosts; host++) {
        long time = call * MINUTE + host * 5_000L;
        calls.add(
            FlowRecord.builder()
                .srcIp("10.0.0." + host)
                .dstIp("52.1.2.3")
                .dstPort(443)
                .protocol(6)
                .bytesIn(500)
                .bytesOut(900)
                .start(time)
                .end(time + 1)
                .build());
      }
    }
    return Run.of(
        Traffic.ending(List.of(calls)),
        FlowWatermarks.ofFiles(0),
        SmallModel.shipped(WindowSpec.tumbling(MINUTE)),
        1);
  }
}
