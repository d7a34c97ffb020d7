package dev.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientFailureTest {

  @Test
  void whatTheJobTellsItsUserComesFirst() {
    assertThat(
            ClientFailure.reason(
                List.of(
                    "org.apache.flink.client.program.ProgramInvocationException: The main method",
                    "\tat org.apache.flink.Client.run(Client.java:1)",
                    "Caused by: dev.weir.flow.UserException: m.json is cut off; train again",
                    "\tat dev.weir.Job.main(Job.java:2)",
                    "Caused by: java.io.EOFException")))
        .isEqualTo("m.json is cut off; train again");
  }

  @Test
  void elseTheInnermostCause() {
    assertThat(
            ClientFailure.reason(
                List.of(
                    "Exception: outer",
                    "Caused by: java.lang.RuntimeException: middle",
                    "\t... 3 more",
                    "Caused by: java.net.ConnectException: refused",
                    "\t... 7 more")))
        .isEqualTo("refused");
  }

  @Test
  void elseTheLastLineThatSaysSomething() {
    assertThat(ClientFailure.reason(List.of("weir: unknown option", "")))
        .isEqualTo("weir: unknown option");
    assertThat(ClientFailure.reason(List.of())).isEqualTo("it printed nothing");
  }

  @Test
  void findsWhatTheDetectionJobSays() {
    assertThat(
            ClientFailure.reason(
                List.of(
                    "weir-job: there is no topic 'x' at a:1; create it",
                    "Caused by: dev.weir.job.DetectionJob$JobNotStartedException: stands above")))
        .isEqualTo("there is no topic 'x' at a:1; create it");
  }
}
