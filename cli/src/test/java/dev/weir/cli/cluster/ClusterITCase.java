package dev.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.cli.Home;
import dev.weir.cli.StopSignal;
import dev.weir.cli.kafka.Ports;
import dev.weir.flow.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real JVMs, with flink-cluster's jars, which the whole build makes before it comes here. */
class ClusterITCase {

  private final StopSignal never = new StopSignal();

  @TempDir private Path root;
  private ClusterFolder folder;

  @BeforeAll
  static void needJars() {
    Path lib = Home.directory().resolve("flink-cluster/target/lib");
    assumeTrue(Files.isDirectory(lib), "flink-cluster is not built");
  }

  @BeforeEach
  void name() {
    folder = new ClusterFolder(root);
  }

  @AfterEach
  void stop() {
    ClusterStop.run(folder);
  }

  @Test
  void aClusterStartsWholeOnceAndEndsWhole() {
    int port = Ports.free();
    ClusterState state = ClusterStart.run(folder, port, 1, 2, never);

    FlinkRest.Overview overview = new FlinkRest("127.0.0.1:" + port).overview();
    assertThat(overview.taskManagers()).isEqualTo(1);
    assertThat(overview.slots()).isEqualTo(2);
    assertThatThrownBy(() -> ClusterStart.run(folder, Ports.free(), 1, 1, never))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("a cluster runs already at 127.0.0.1:" + port);

    assertThat(ClusterStop.run(folder)).isEqualTo(2);
    assertThat(state.isAlive()).isFalse();
    assertThat(ClusterStop.run(folder)).isZero();
  }

  @Test
  void aStartThatIsInterruptedLeavesNothing() {
    StopSignal stop = new StopSignal();
    stop.request();
    assertThatThrownBy(() -> ClusterStart.run(folder, Ports.free(), 1, 1, stop))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no cluster was started");
    assertThat(ClusterState.read(folder.state())).isEmpty();
  }
}
