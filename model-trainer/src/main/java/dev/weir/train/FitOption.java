package dev.weir.train;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.flow.Durations;
import dev.weir.flow.OnOff;
import dev.weir.model.Forest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a user may say about a fit: the one place that knows each option's name, meaning, range and
 * default. Help, the page of options, checks and the report's table of parameters come from it.
 */
@SuppressWarnings("ImmutableEnumChecker") // Of texts, types and functions without state.
enum FitOption {
  WINDOW(
      Kind.of("--window", "DURATION", Duration.class),
      Default.inWords("1m; 5m for vpc-flow-log and cloudwatch"),
      "What a window covers, such as 60s or 10m, from 1s to 7d.",
      fit -> Durations.format(Duration.ofMillis(fit.window().size()))),
  SLIDE(
      Kind.of("--slide", "DURATION", Duration.class),
      Default.inWords("the window, so that none overlap"),
      "From one window's start to the next, up to the window; sixty may overlap.",
      fit -> Durations.format(Duration.ofMillis(fit.window().slide()))),
  FEATURES(
      Kind.listOf("--features", "NAMES", String.class),
      Default.inWords("all of the schema"),
      "Features that the forest sees, by name, with commas between them.",
      fit ->
          fit.features().isEmpty()
              ? "all"
              : fit.features().stream().map(Feature::id).collect(Collectors.joining(", "))),
  LOG_SCALE(
      Kind.of("--log-scale", "on|off", OnOff.class),
      Default.of("on"),
      "Scale values as the feature schema says, not by data.",
      fit -> fit.logScale() ? "on" : "off"),
  CONTAMINATION(
      Kind.number("--contamination", "SHARE", double.class, Range.above(0, 0.5)),
      Default.of("0.05"),
      "Share of the windows to be labelled anomalous",
      FitOptions::contamination),
  ALERT_BUDGET(
      Kind.number("--alert-budget", "N", double.class, Range.above(0, 1_000_000)),
      Default.of("2"),
      "Windows a day that may alert by their score alone; fractions are allowed, and never more than"
          + " are labelled anomalous alert",
      FitOptions::alertBudget),
  SEGMENTS(
      Kind.of("--segments", "on|off", OnOff.class),
      Default.of("on"),
      "Thresholds, baselines and forests of their own for sources inside, outside and shared,"
          + " clients and servers, where there are windows enough.",
      fit -> fit.segments() ? "on" : "off"),
  TREES(
      Kind.number("--trees", "N", int.class, Range.of(1, Forest.MAX_TREES)),
      Default.of("128"),
      "Trees of the forest",
      FitOptions::trees),
  SUBSAMPLE(
      Kind.number("--subsample", "N", int.class, Range.of(2, Forest.MAX_SUBSAMPLE)),
      Default.of("32768"),
      "Windows that each tree is grown from",
      FitOptions::subsample),
  HEIGHT(
      Kind.number("--height", "N", int.class, Range.of(1, 32)),
      Default.of("10"),
      "Depth at which trees end at the latest (and at log2 of the subsample)",
      FitOptions::height),
  SAMPLE_SIZE(
      Kind.number("--sample-size", "N", int.class, Range.of(100, 5_000_000)),
      Default.of("200000"),
      "Windows kept, at random, for forest, thresholds and baselines",
      FitOptions::sampleSize),
  SEED(
      Kind.of("--seed", "N", long.class),
      Default.of("42"),
      "Seed of every random draw: the same history, options and seed give the same file.",
      FitOptions::seed),
  CRITICAL_PORTS(
      Kind.listOf("--critical-ports", "PORTS", Integer.class),
      Default.inWords(join(FeatureSettings.DEFAULT_CRITICAL_PORTS.toList())),
      "Ports of critical_port_share, with commas between them.",
      fit -> join(fit.settings().criticalPorts().toList())),
  SHORT_FLOW(
      Kind.of("--short-flow", "DURATION", Duration.class),
      Default.of("1s"),
      "The longest flow that short_flow_share counts.",
      fit -> Durations.format(Duration.ofMillis(fit.settings().shortFlowMillis())));

  private final Kind kind;
  private final Default otherwise;
  private final String meaning;
  private final Function<FitOptions, Object> value;

  FitOption(Kind kind, Default otherwise, String meaning, Function<FitOptions, Object> value) {
    this.kind = kind;
    this.otherwise = otherwise;
    this.meaning = kind.range() == null ? meaning : meaning + ", " + kind.range() + ".";
    this.value = value;
  }

  /**
   * What an option takes.
   *
   * @param type of the one value, or of each of several
   * @param range null where it is not one of numbers
   */
  private record Kind(String name, String label, Class<?> type, boolean several, Range range) {

    static Kind of(String name, String label, Class<?> type) {
      return new Kind(name, label, type, false, null);
    }

    static Kind number(String name, String label, Class<?> type, Range range) {
      return new Kind(name, label, type, false, range);
    }

    static Kind listOf(String name, String label, Class<?> type) {
      return new Kind(name, label, type, true, null);
    }
  }

  /**
   * What holds where an option is not given.
   *
   * @param value null where that depends on others, or is the absence of any
   * @param text for a person
   */
  private record Default(String value, String text) {

    static Default of(String value) {
      return new Default(value, value);
    }

    static Default inWords(String text) {
      return new Default(null, text);
    }
  }

  private static String join(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  /** As a command line has it. */
  String optionName() {
    return kind.name();
  }

  /** Which numbers it takes; null where it takes none. */
  Range range() {
    return kind.range();
  }

  /** All options with the values of a fit, for a table. */
  static List<Figure> figures(FitOptions fit) {
    return Arrays.stream(values())
        .map(each -> new Figure(each.optionName(), each.value.apply(fit).toString(), each.meaning))
        .toList();
  }

  private OptionSpec toSpec() {
    OptionSpec.Builder option =
        OptionSpec.builder(kind.name())
            .paramLabel(kind.label())
            .arity("1")
            .description(meaning + " Default: " + otherwise.text())
            .defaultValue(otherwise.value());
    if (kind.several()) {
      option.type(List.class).auxiliaryTypes(kind.type()).splitRegex(",").hideParamSyntax(true);
    } else {
      option.type(kind.type());
    }
    return option.build();
  }

  /** Gives a command these options. */
  static CommandSpec addTo(CommandSpec command) {
    Arrays.stream(values()).forEach(option -> command.addOption(option.toSpec()));
    return command;
  }
}
