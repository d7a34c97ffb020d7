package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.command.Commands;
import dev.weir.decode.LogFormat;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

class FitOptionTest {

  private final CommandLine command = Commands.commandLine(new TrainCommand());

  private FitOptions parse(String... arguments) {
    command.parseArgs(
        Stream.concat(Stream.of("--input=x", "--format=json"), Stream.of(arguments))
            .toArray(String[]::new));
    return new FitArguments(command.getCommandSpec()).read(LogFormat.JSON.window());
  }

  @ParameterizedTest
  @EnumSource
  void everyOptionIsOneOfTheCommandAndSaysItsRangeAndDefault(FitOption option) {
    OptionSpec spec = command.getCommandSpec().findOption(option.optionName());

    assertThat(spec.required()).isFalse();
    String description = String.join(" ", spec.description());
    assertThat(description).contains(". Default: ");
    if (option.range() != null) {
      assertThat(description).contains(option.range().toString() + ". Default: ");
      assertThat(option.range().holds(Double.valueOf(spec.defaultValue()))).isTrue();
    }
  }

  @Test
  void withoutOptionsTheDefaultsHold() {
    FitOptions fit = parse();

    assertThat(fit.window()).hasToString("1m");
    assertThat(fit.settings()).isEqualTo(FeatureSettings.DEFAULT);
    assertThat(fit.features()).isEmpty();
    assertThat(fit.logScale()).isTrue();
    assertThat(fit.contamination()).isEqualTo(0.05);
    assertThat(fit.shape()).hasToString("ForestShape[trees=128, subsample=32768, height=10]");
    assertThat(fit.sampleSize()).isEqualTo(200_000);
    assertThat(fit.seed()).isEqualTo(42);
  }

  @Test
  void whatIsGivenHolds() {
    FitOptions fit =
        parse(
            "--window=10m",
            "--slide=5m",
            "--features=bytes_in,packets",
            "--log-scale=off",
            "--critical-ports=1,2",
            "--short-flow=5s",
            "--trees=7");

    assertThat(fit.window()).hasToString("10m sliding by 5m");
    assertThat(fit.features()).containsExactly(Feature.BYTES_IN, Feature.PACKETS);
    assertThat(fit.logScale()).isFalse();
    assertThat(fit.settings().criticalPorts().toList()).containsExactly(1, 2);
    assertThat(fit.settings().shortFlowMillis()).isEqualTo(5_000);
    assertThat(fit.trees()).isEqualTo(7);
  }

  @Test
  void whatIsOutOfRangeIsRefusedByName() {
    assertThatThrownBy(() -> parse("--height", "33"))
        .isInstanceOf(ParameterException.class)
        .hasMessage("--height must be 1 to 32");
    assertThatThrownBy(() -> parse("--contamination", "0"))
        .hasMessage("--contamination must be above 0 and at most 0.5");
  }

  @Test
  void aFitIsToldWithEveryOptionsValue() {
    List<Figure> figures =
        FitOption.figures(parse("--window=10m", "--features=bytes_in,packets", "--seed=-3"));

    assertThat(figures.stream().map(Figure::name))
        .containsExactlyElementsOf(
            Arrays.stream(FitOption.values()).map(FitOption::optionName).toList());
    assertThat(figures)
        .contains(
            new Figure("--trees", "128", "Trees of the forest, 1 to 10000."),
            new Figure(
                "--seed",
                "-3",
                "Seed of every random draw: the same history, options and seed give the same"
                    + " file."))
        .extracting(Figure::value)
        .contains("10m", "bytes_in, packets", "on", "1s");
  }

  @Test
  void aRangeIsOpenOrClosedBelowAndHoldsNoNaN() {
    assertThat(Range.above(0, 0.5).holds(0)).isFalse();
    assertThat(Range.above(0, 0.5).holds(0.5)).isTrue();
    assertThat(Range.of(1, 5_000_000).holds(1)).isTrue();
    assertThat(Range.of(1, 5_000_000).holds(5_000_001L)).isFalse();
    assertThat(Range.of(0, 1).holds(Double.NaN)).isFalse();
    assertThat(Range.of(1, 5_000_000)).hasToString("1 to 5000000");
  }
}
