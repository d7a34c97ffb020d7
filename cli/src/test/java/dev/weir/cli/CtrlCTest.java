package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CtrlCTest {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  @Test
  @Timeout(30)
  void asksTheCommandToEndAndLeavesTheJvmAlone() throws IOException, InterruptedException {
    assumeThat(System.getProperty("os.name")).as("skipped without kill").doesNotContain("Windows");
    try (CtrlC ctrlC = CtrlC.listen()) {
      assertThat(ctrlC.signal().isRequested()).isFalse();

      String self = String.valueOf(ProcessHandle.current().pid());
      assertThat(new ProcessBuilder("kill", "-TERM", self).start().waitFor()).isZero();

      assertThat(ctrlC.signal().awaitNanos(PATIENCE)).isTrue();
    }
  }
}
