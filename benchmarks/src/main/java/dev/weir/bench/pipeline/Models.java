package dev.weir.bench.pipeline;

import dev.weir.cli.Folders;
import dev.weir.cli.Home;
import dev.weir.cli.Weir;
import dev.weir.flow.UserException;
import dev.weir.train.TrainCommand;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Models of the benchmark's own traffic, trained with the product's defaults by its own command,
 * and kept in target/bench for as long as the trainer stays the same.
 */
public final class Models {

  private static final String TRAINING = "training-";

  private Models() {}

  /**
   * Deletes what trainings have left that this process, or one that is gone, had begun: Ctrl-C ends
   * them in the middle.
   */
  public static void sweep() {
    Path folder = Home.directory().resolve("target/bench");
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> trainings = Files.newDirectoryStream(folder, TRAINING + "*")) {
      for (Path training : trainings) {
        if (isAbandoned(training.getFileName().toString())) {
          Folders.deleteQuietly(training);
        }
      }
    } catch (IOException e) {
      // The next start tries again.
    }
  }

  private static boolean isAbandoned(String training) {
    String[] parts = training.split("-", -1);
    if (parts.length < 3 || !parts[1].matches("[0-9]{1,18}")) {
      return true;
    }
    long pid = Long.parseLong(parts[1]);
    return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
  }

  /**
   * A model of traffic such as this.
   *
   * @param name of the traffic, in letters, digits and dashes
   * @param more options of the train command, such as --slide
   */
  public static Path of(String name, Traffic traffic, FlowText text, List<String> more)
      throws IOException {
    Path folder = Files.createDirectories(Home.directory().resolve("target/bench"));
    Path model = folder.resolve(name + "-" + trainedBy() + ".json");
    if (!Files.exists(model)) {
      Path log = Files.createTempFile("weir-bench-", ".log");
      // Under a name of its own, since another may be training the same.
      Path trained =
          Files.createTempDirectory(folder, TRAINING + ProcessHandle.current().pid() + '-')
              .resolve("model.json");
      try {
        write(log, traffic, text);
        train(log, trained, text, more);
        Files.move(trained, model, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(log);
        Files.deleteIfExists(trained);
        Files.deleteIfExists(trained.getParent());
      }
    }
    return model;
  }

  private static void write(Path log, Traffic traffic, FlowText text) throws IOException {
    Flows flows = traffic.partition(0, 1);
    Text line = new Text();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(log), 1 << 16)) {
      while (flows.hasNext()) {
        text.write(flows.next(), line.clear());
        out.write(line.text("\n").toBytes());
      }
    }
  }

  private static void train(Path log, Path model, FlowText text, List<String> more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train", "--input=" + log, "--output=" + model, "--format=" + text.format().id()));
    arguments.addAll(more);
    int code =
        Weir.commandLine()
            .setOut(new PrintWriter(Writer.nullWriter()))
            .execute(arguments.toArray(String[]::new));
    if (code != 0) {
      throw new UserException("no model could be trained for the benchmark; see above");
    }
  }

  /** Tells the trainer's builds apart. */
  private static long trainedBy() throws IOException {
    try {
      return Files.getLastModifiedTime(
              Path.of(
                  TrainCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI()))
          .toMillis();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
