package dev.weir.train;

import dev.weir.command.Progress;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.PortSet;
import dev.weir.feature.WindowSpec;
import dev.weir.file.HistoryInputs;
import dev.weir.file.LogFiles;
import dev.weir.file.TimeOptions;
import dev.weir.flow.OnOff;
import dev.weir.model.Forest;
import dev.weir.model.ModelFile;
import dev.weir.output.NewFile;
import dev.weir.output.Outputs;
import dev.weir.vector.Measurement;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fits a model to history and writes it to a file. */
@Command(
    name = "train",
    description = "Fit a model to historical logs and write it to a file.",
    sortOptions = false,
    usageHelpAutoWidth = true,
    modelTransformer = VectorInputs.InPlaceOfLogs.class)
public final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private HistoryInputs inputs;

  @Mixin private VectorInputs vectors;

  @Mixin private LogOptions log;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "Where the model goes.")
  private Path output;

  @Option(
      names = "--window",
      paramLabel = "DURATION",
      description =
          "What a window covers, such as 60s or 10m. Default: 1m; 5m for vpc-flow-log and cloudwatch.")
  private Duration window;

  @Option(
      names = "--slide",
      paramLabel = "DURATION",
      description =
          "From one window's start to the next. Default: the window, so that none overlap.")
  private Duration slide;

  @Option(
      names = "--features",
      paramLabel = "NAMES",
      split = ",",
      hideParamSyntax = true,
      description =
          "Features that the forest sees, by name, with commas between them. Default: all of the"
              + " schema.")
  private List<String> features;

  @Option(
      names = "--log-scale",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Scale values as the feature schema says, not by data. Default: ${DEFAULT-VALUE}")
  private OnOff logScale;

  @Option(
      names = "--contamination",
      paramLabel = "SHARE",
      defaultValue = "0.05",
      description =
          "Share of the windows to be labelled anomalous, above 0 and at most 0.5."
              + " Default: ${DEFAULT-VALUE}")
  private double contamination;

  @Option(
      names = "--alert-rate",
      paramLabel = "SHARE",
      defaultValue = "0.005",
      description =
          "Share of the history's windows that an alert threshold lets through: ten windows at least,"
              + " never more than are labelled anomalous. Default: ${DEFAULT-VALUE}")
  private double alertRate;

  @Option(
      names = "--trees",
      paramLabel = "N",
      defaultValue = "128",
      description = "Trees of the forest, 1 to 10000. Default: ${DEFAULT-VALUE}")
  private int trees;

  @Option(
      names = "--subsample",
      paramLabel = "N",
      defaultValue = "32768",
      description = "Windows that each tree is grown from, 2 to 65536. Default: ${DEFAULT-VALUE}")
  private int subsample;

  @Option(
      names = "--height",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "Depth at which trees end at the latest, 1 to 32; never beyond log2 of the subsample."
              + " Default: ${DEFAULT-VALUE}")
  private int height;

  @Option(
      names = "--sample-size",
      paramLabel = "N",
      defaultValue = "200000",
      description =
          "Windows kept, at random, for forest, thresholds and baselines; 100 to 5000000."
              + " Default: ${DEFAULT-VALUE}")
  private int sampleSize;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description =
          "Seed of every random draw: the same history, options and seed give the same file."
              + " Default: ${DEFAULT-VALUE}")
  private long seed;

  @Mixin private TimeOptions times;

  @Option(
      names = "--critical-ports",
      paramLabel = "PORTS",
      split = ",",
      hideParamSyntax = true,
      description =
          "Ports of critical_port_share, with commas between them. Default: 21, 22, 23, 135, 139,"
              + " 389, 445, 636, 1433, 1521, 3306, 3389, 5432, 5900, 5985, 5986, 6379, 9200, 11211,"
              + " 27017")
  private List<Integer> criticalPorts;

  @Option(
      names = "--short-flow",
      paramLabel = "DURATION",
      defaultValue = "1s",
      description = "The longest flow that short_flow_share counts. Default: ${DEFAULT-VALUE}")
  private Duration shortFlow;

  /** For picocli. */
  public TrainCommand() {}

  @Override
  public Integer call() throws IOException {
    vectors.check(spec.commandLine(), inputs);
    FitOptions options = fitOptions();
    log.check();
    List<Path> paths = vectors.areGiven() ? vectors.paths(inputs) : inputs.paths();
    Outputs.requireApart(List.of(output), LogFiles.list(paths));
    int passes = vectors.areGiven() ? 1 : 2;
    try (NewFile file = NewFile.at(output);
        Progress progress = Progress.ofBytes("train", passes * LogFiles.size(paths))) {
      TrainedModel trained =
          vectors.areGiven()
              ? trainOnVectors(options, progress)
              : new Trainer(options)
                  .train(paths, log, times.at(System.currentTimeMillis()), progress::to);
      ModelFile.write(trained.model(), file);
      PrintWriter out = spec.commandLine().getOut();
      TrainingSummary.print(trained, output, out);
      out.flush();
    }
    return 0;
  }

  private TrainedModel trainOnVectors(FitOptions asked, Progress progress) {
    Measurement measured = vectors.measurement(inputs);
    FitOptions options =
        vectors.measuredAs(measured, asked, log.network().settings(), spec.commandLine());
    return new Trainer(options)
        .trainOnVectors(vectors.paths(inputs), measured.network(), progress::to);
  }

  private FitOptions fitOptions() {
    require(
        contamination > 0 && contamination <= 0.5, "--contamination", "above 0 and at most 0.5");
    require(alertRate >= 0 && alertRate <= 0.5, "--alert-rate", "0 to 0.5");
    require(trees >= 1 && trees <= Forest.MAX_TREES, "--trees", "1 to 10000");
    require(subsample >= 2 && subsample <= Forest.MAX_SUBSAMPLE, "--subsample", "2 to 65536");
    require(height >= 1 && height <= 32, "--height", "1 to 32");
    require(sampleSize >= 100 && sampleSize <= 5_000_000, "--sample-size", "100 to 5000000");
    long size = (window == null ? defaultWindow() : window).toMillis();
    return new FitOptions(
        new WindowSpec(size, slide == null ? size : slide.toMillis()),
        settings(),
        namedFeatures(),
        logScale.isOn(),
        seed,
        contamination,
        alertRate,
        trees,
        subsample,
        height,
        sampleSize);
  }

  /** Vectors bring their own. */
  private Duration defaultWindow() {
    return vectors.areGiven() ? LogFormat.JSON.window() : log.format().window();
  }

  private List<Feature> namedFeatures() {
    if (features == null) {
      return List.of();
    }
    require(!features.isEmpty(), "--features", "the name of at least one feature");
    return features.stream().map(this::feature).toList();
  }

  private FeatureSettings settings() {
    require(
        criticalPorts == null || !criticalPorts.isEmpty(), "--critical-ports", "at least one port");
    try {
      PortSet ports =
          criticalPorts == null
              ? FeatureSettings.DEFAULT_CRITICAL_PORTS
              : PortSet.of(criticalPorts);
      return new FeatureSettings(ports, shortFlow.toMillis());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--critical-ports: " + e.getMessage(), e);
    }
  }

  private Feature feature(String name) {
    Feature feature = Feature.ofId(name.trim());
    if (feature == null) {
      throw new ParameterException(
          spec.commandLine(),
          String.format(
              "--features: there is no feature '%s'; there are %s",
              name, String.join(", ", Arrays.stream(Feature.values()).map(Feature::id).toList())));
    }
    return feature;
  }

  private void require(boolean holds, String option, String range) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), option + " must be " + range);
    }
  }
}
