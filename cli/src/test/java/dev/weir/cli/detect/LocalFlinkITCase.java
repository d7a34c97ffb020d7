package dev.weir.cli.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

class LocalFlinkITCase {

  @Test
  void leavesNothingBehindAfterAJob() throws Exception {
    Set<String> before = temporary();
    try (LocalFlink flink = LocalFlink.forFiles()) {
      numbers(flink.environment(), 10);
      flink.submit("test").getJobExecutionResult().get();
    }
    assertThat(temporary()).isEqualTo(before);
  }

  @Test
  void endsAJobThatRunsAndLeavesNothingBehind() throws Exception {
    Set<String> before = temporary();
    JobClient job;
    try (LocalFlink flink = LocalFlink.forStream(0)) {
      numbers(flink.environment(), Long.MAX_VALUE);
      job = flink.submit("test");
      assertThat(flink.folder()).isNotEmptyDirectory();
      assertThat(job.getJobExecutionResult()).isNotDone();
    }
    assertThat(temporary()).isEqualTo(before);
  }

  @Test
  void keepsAllOfFlinksFilesInItsFolder() throws Exception {
    Set<String> before = temporary();
    try (LocalFlink flink = LocalFlink.forStream(0)) {
      numbers(flink.environment(), Long.MAX_VALUE);
      flink.submit("test");
      Set<String> more = temporary();
      more.removeAll(before);
      assertThat(more).containsExactly(flink.folder().getFileName().toString());
    }
  }

  private static void numbers(StreamExecutionEnvironment env, long count) {
    env.fromSequence(1, count).sinkTo(new DiscardingSink<>());
  }

  /** The names in the temporary folder, but for what JUnit and the build have there. */
  private static Set<String> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(
              name ->
                  List.of("weir-", "flink", "minicluster", "tm_", "jm_", "blob").stream()
                      .anyMatch(name::startsWith))
          .collect(Collectors.toSet());
    }
  }
}
