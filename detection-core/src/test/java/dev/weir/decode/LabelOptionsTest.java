package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.Truth;
import dev.weir.flow.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelOptionsTest {

  @Test
  void withoutLabelsThereIsNoTruth() {
    LogOptions options = Logs.options("--format=json");

    options.check();
    assertThat(options.isLabelled()).isFalse();
  }

  @Test
  void attacksMayBeLeftOutWithoutNamingAny() {
    LogOptions options =
        Logs.options("--format=json", "--label.column=l", "--label.ignore=attack, bot");

    options.check();
    assertThat(options.isLabelled()).isTrue();
    String json = "{\"src_ip\":\"::1\",\"time\":1714086000,\"l\":\"benign\"}";
    assertThat(Entries.flow(options.streamDecoder(), json).truth()).isEqualTo(Truth.NORMAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "json; --label.anomalous=1; --format=json; --label.column is missing",
        "json; --label.ignore=1; --format=json; --label.column is missing",
        "json; --label.column=l; --format=json; --label.anomalous is missing",
        "vpc-flow-log; --label.column=l; --label.anomalous=1; --label.column: vpc-flow-log has no",
      })
  void contradictionsAreUsageErrors(String format, String one, String two, String message) {
    LogOptions options =
        two.startsWith("--format")
            ? Logs.options(two, one)
            : Logs.options("--format=" + format, one, two);

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(options::check)
        .withMessageStartingWith(message);
  }

  @Test
  void aLabelIsOneOrTheOther() {
    LogOptions options =
        Logs.options(
            "--format=json", "--label.column=l", "--label.anomalous=a,b", "--label.ignore=b");

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(options::check)
        .withMessage("'b' is in --label.anomalous and in --label.ignore: decide for one");
  }
}
