package dev.weir.train;

import dev.weir.flow.OnOff;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How often a score alone may alert, and whether sources are told apart by where they stand. */
final class BudgetOptions {

  private static final double MOST = 1_000_000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private double budget;

  @Option(
      names = "--segments",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Thresholds, baselines and forests of their own for sources inside, outside and shared,"
              + " clients and servers, where there are windows enough. Default: ${DEFAULT-VALUE}")
  private OnOff segments;

  /** For picocli. */
  BudgetOptions() {}

  /** Refuses what is no budget. */
  @Option(
      names = "--alert-budget",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Windows a day that may alert by their score alone, above 0 and at most 1000000; fractions"
              + " are allowed. Never more than are labelled anomalous. Default: ${DEFAULT-VALUE}")
  void setBudget(double windows) {
    if (!(windows > 0 && windows <= MOST)) {
      throw new ParameterException(
          spec.commandLine(), "--alert-budget must be above 0 and at most 1000000");
    }
    budget = windows;
  }

  /** Windows a day. */
  double budget() {
    return budget;
  }

  boolean segments() {
    return segments.isOn();
  }
}
