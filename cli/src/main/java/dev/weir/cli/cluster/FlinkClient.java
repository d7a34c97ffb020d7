package dev.weir.cli.cluster;

import dev.weir.cli.Folders;
import dev.weir.flow.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Flink's command-line client in a JVM of its own, since the job's main method runs in it: it may
 * end its JVM, and must find Flink's jars and its own, not Weir's.
 */
final class FlinkClient {

  private static final String SUBMITTED = "Job has been submitted with JobID ";

  private final ClusterFolder folder;
  private final PrintWriter err;

  /**
   * @param err where what the job's main method prints goes
   */
  FlinkClient(ClusterFolder folder, PrintWriter err) {
    this.folder = folder;
    this.err = err;
  }

  /**
   * Submits a job.
   *
   * @param parallelism null for the job's own
   * @param savepoint null for a fresh start
   * @return the job's id
   * @throws UserException with what Flink or the job's main method says
   */
  String submit(
      String address, Path jar, Integer parallelism, String savepoint, List<String> arguments) {
    List<String> run = new ArrayList<>(List.of("run", "-d", "-m", address));
    if (parallelism != null) {
      run.addAll(List.of("-p", parallelism.toString()));
    }
    if (savepoint != null) {
      run.addAll(List.of("-s", savepoint));
    }
    run.add(jar.toString());
    run.addAll(arguments);
    try {
      Path temporary = Files.createTempDirectory("weir-submit-");
      try {
        return execute(command(temporary, run), temporary);
      } finally {
        Folders.deleteQuietly(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run Flink's client", e);
    }
  }

  private List<String> command(Path temporary, List<String> run) {
    ClusterConfig.writeForClient(temporary);
    return new FlinkJvm(
            ClusterConfig.log4j(temporary), folder.logs().resolve("client.log"), temporary)
        .option("-Xmx512m")
        .run("org.apache.flink.client.cli.CliFrontend", run);
  }

  private String execute(List<String> command, Path conf) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("FLINK_CONF_DIR", conf.toString());
    List<String> output = new ArrayList<>();
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      try (BufferedReader in = process.inputReader()) {
        in.lines().forEach(output::add);
      }
      int code = process.waitFor();
      return idIn(output, code);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("interrupted while submitting the job", e);
    }
  }

  private String idIn(List<String> output, int code) {
    String id = "";
    for (String line : output) {
      if (line.startsWith(SUBMITTED)) {
        id = line.substring(SUBMITTED.length()).strip();
      }
    }
    if (code != 0 || id.isEmpty()) {
      throw new UserException(
          "the job was not submitted: "
              + ClientFailure.reason(output)
              + " (all: "
              + keep(output)
              + ")");
    }
    output.stream().filter(FlinkClient::isOfTheJob).forEach(err::println);
    return id;
  }

  private Path keep(List<String> output) {
    Path file = folder.logs().resolve("client.out");
    try {
      return Files.write(file, output);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static boolean isOfTheJob(String line) {
    return !line.startsWith(SUBMITTED);
  }
}
