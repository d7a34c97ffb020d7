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
    Duration window = value(FitOption.WINDOW, Duration.class);
    Duration slide = value(FitOption.SLIDE, Duration.class);
    long size = (window == null ? usual : window).toMillis();
    return new FitOptions(
        new WindowSpec(size, slide == null ? size : slide.toMillis()),
        settings(),
        features(),
        value(FitOption.LOG_SCALE, OnOff.class).isOn(),
        value(FitOption.SEED, Long.class),
        value(FitOption.CONTAMINATION, Double.class),
        value(FitOption.ALERT_BUDGET, Double.class),
        value(FitOption.TREES, Integer.class),
        value(FitOption.SUBSAMPLE, Integer.class),
        value(FitOption.HEIGHT, Integer.class),
        value(FitOption.SAMPLE_SIZE, Integer.class),
        value(FitOption.SEGMENTS, OnOff.class).isOn());
  }

  /** Null where it is not given and has no default. */
  private <T> T value(FitOption option, Class<T> type) {
    return type.cast(command.findOption(option.optionName()).getValue());
  }

  private void check(FitOption option) {
    if (option.range() != null && !option.range().holds(value(option, Number.class))) {
      throw refused(option, " must be " + option.range());
    }
  }

  private List<Feature> features() {
    List<?> names = value(FitOption.FEATURES, List.class);
    if (names == null) {
      return List.of();
    }
    requireSome(FitOption.FEATURES, names, "the name of at least one feature");
    return names.stream().map(name -> feature(name.toString())).toList();
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
    return new FeatureSettings(
        criticalPorts(), value(FitOption.SHORT_FLOW, Duration.class).toMillis());
  }

  private PortSet criticalPorts() {
    List<?> ports = value(FitOption.CRITICAL_PORTS, List.class);
    if (ports == null) {
      return FeatureSettings.DEFAULT_CRITICAL_PORTS;
    }
    requireSome(FitOption.CRITICAL_PORTS, ports, "at least one port");
    try {
      return PortSet.of(ports.stream().map(Integer.class::cast).toList());
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
