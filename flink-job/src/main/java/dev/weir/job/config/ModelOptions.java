package dev.weir.job.config;

import dev.weir.feature.WindowSpec;
import dev.weir.flow.Durations;
import dev.weir.flow.UserException;
import dev.weir.job.operator.ShippedModel;
import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say which model scores. */
public final class ModelOptions {

  @Option(
      names = "--model",
      paramLabel = "FILE",
      required = true,
      description = "What 'weir train' wrote.")
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
    ShippedModel shipped = ShippedModel.of(ModelFile.bytes(path), path.toString());
    requireWindow(shipped.model());
    return shipped;
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
