package dev.weir.train;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.PortSet;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.OnOff;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a command line says of a fit; values out of range are refused by the option's name. */
record FitArguments(CommandSpec command) {

  /**
   * Reads them all.
   *
   * @param usual window where nobody says how long they are
   */
  FitOptions read(Duration usual) {
    Arrays.stream(FitOption.values()).forEach(this::check);
    Duration window = value(FitOption.WINDOW);
    Duration slide = value(FitOption.SLIDE);
    OnOff logScale = value(FitOption.LOG_SCALE);
    OnOff segments = value(FitOption.SEGMENTS);
    long size = (window == null ? usual : window).toMillis();
    return new FitOptions(
        new WindowSpec(size, slide == null ? size : slide.toMillis()),
        settings(),
        features(),
        logScale.isOn(),
        value(FitOption.SEED),
        value(FitOption.CONTAMINATION),
        value(FitOption.ALERT_BUDGET),
        value(FitOption.TREES),
        value(FitOption.SUBSAMPLE),
        value(FitOption.HEIGHT),
        value(FitOption.SAMPLE_SIZE),
        segments.isOn());
  }

  /** Null where it is not given and has no default. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // Options are of the type that they declare.
  private <T> T value(FitOption option) {
    return command.findOption(option.optionName()).getValue();
  }

  private void check(FitOption option) {
    if (option.range() != null && !option.range().holds(this.<Number>value(option))) {
      throw refused(option, " must be " + option.range());
    }
  }

  private List<Feature> features() {
    List<String> names = value(FitOption.FEATURES);
    if (names == null) {
      return List.of();
    }
    requireSome(FitOption.FEATURES, names, "the name of at least one feature");
    return names.stream().map(this::feature).toList();
  }

  private Feature feature(String name) {
    Feature feature = Feature.ofId(name.trim());
    if (feature == null) {
      throw refused(
          FitOption.FEATURES,
          String.format(
              ": there is no feature '%s'; there are %s",
              name, String.join(", ", Arrays.stream(Feature.values()).map(Feature::id).toList())));
    }
    return feature;
  }

  private FeatureSettings settings() {
    Duration shortFlow = value(FitOption.SHORT_FLOW);
    return new FeatureSettings(criticalPorts(), shortFlow.toMillis());
  }

  private PortSet criticalPorts() {
    List<Integer> ports = value(FitOption.CRITICAL_PORTS);
    if (ports == null) {
      return FeatureSettings.DEFAULT_CRITICAL_PORTS;
    }
    requireSome(FitOption.CRITICAL_PORTS, ports, "at least one port");
    try {
      return PortSet.of(ports);
    } catch (IllegalArgumentException e) {
      throw refused(FitOption.CRITICAL_PORTS, ": " + e.getMessage());
    }
  }

  private void requireSome(FitOption option, List<?> values, String what) {
    if (values.isEmpty()) {
      throw refused(option, " must be " + what);
    }
  }

  private ParameterException refused(FitOption option, String why) {
    return new ParameterException(command.commandLine(), option.optionName() + why);
  }
}
