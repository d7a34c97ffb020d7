package dev.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterStateTest {

  private final ClusterProcess self = ClusterProcess.of("jobmanager", ProcessHandle.current());

  @Test
  void readsBackWhatItWrote(@TempDir Path folder) {
    Path file = folder.resolve("state");
    ClusterState state =
        new ClusterState(8081, List.of(self)).with(new ClusterProcess("taskmanager-1", 7, 8));
    state.write(file);
    assertThat(ClusterState.read(file)).contains(state);
  }

  @Test
  void thereIsNoneWithoutAFile(@TempDir Path folder) {
    assertThat(ClusterState.read(folder.resolve("state"))).isEmpty();
  }

  @Test
  void aRunningProcessIsAlive() {
    assertThat(new ClusterState(8081, List.of(self)).isAlive()).isTrue();
  }

  @Test
  void anotherProcessWithAnOldPidIsNotOurs() {
    ClusterProcess former =
        new ClusterProcess("jobmanager", self.pid(), self.started() - 3_600_000);
    assertThat(former.alive()).isEmpty();
  }
}
