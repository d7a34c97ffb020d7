package dev.weir.job.config;

import dev.weir.feature.WindowSpec;
import dev.weir.flow.Durations;
import dev.weir.flow.UserException;
import dev.weir.job.operator.ShippedModel;
import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say which model scores. */
public final class ModelOptions {

  /** Begins the name of a model that lies in the job's jar. */
  private static final String CLASSPATH = "classpath:";

  @Option(
      names = "--model",
      paramLabel = "FILE",
      required = true,
      description =
          "What 'weir train' wrote; classpath:NAME is a file in the job's jar, for clusters that are"
              + " given nothing else.")
  private Path path;

  @Option(
      names = "--window",
      paramLabel = "DURATION",
      description = "Asserts that the model has this window; the model decides.")
  private Duration window;

  /** For picocli. */
  public ModelOptions() {}

  /** What was asserted of the model's window; null where nothing was. */
  public Duration window() {
    return window;
  }

  /** The model's file. */
  public Path path() {
    return path;
  }

  /**
   * The model, which travels with the job.
   *
   * @throws UserException where it is no sound model, or has another window than was asserted
   */
  public ShippedModel shipped() {
    ShippedModel shipped = ShippedModel.of(bytes(), path.toString());
    requireWindow(shipped.model());
    return shipped;
  }

  private byte[] bytes() {
    if (!path.toString().startsWith(CLASSPATH)) {
      return ModelFile.bytes(path);
    }
    String name = path.toString().substring(CLASSPATH.length());
    try (InputStream in = ModelOptions.class.getResourceAsStream('/' + name)) {
      if (in == null) {
        throw new UserException(
            "there is no " + name + " in the job's jar; add it: jar --update --file JAR " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UserException(path + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private void requireWindow(Model model) {
    WindowSpec has = model.window();
    if (window != null && window.toMillis() != has.size()) {
      throw new UserException(
          String.format(
              "the model was trained on windows of %s, not of %s; drop --window or train again",
              has, Durations.format(window)));
    }
  }
}
