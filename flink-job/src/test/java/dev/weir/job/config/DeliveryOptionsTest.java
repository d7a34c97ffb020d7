package dev.weir.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.command.Commands;
import dev.weir.flow.UsageException;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class DeliveryOptionsTest {

  private static final Duration FLINKS_TIMEOUT = Duration.ofMinutes(10);
  private static final OptionalLong KAFKAS_LONGEST = OptionalLong.of(900_000);

  @Test
  void defaultsHoldWithThoseOfFlinkAndKafka() {
    DeliveryOptions options = options("--delivery=exactly-once");

    assertThatCode(() -> options.checkTransactions(FLINKS_TIMEOUT, KAFKAS_LONGEST))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesTransactionsThatEndWhileACheckpointOrARestartMayStillGoOn() {
    DeliveryOptions options =
        options(
            "--delivery=exactly-once",
            "--checkpoint-interval=30s",
            "--restart-time=90s",
            "--transaction-timeout=12m");

    assertThatThrownBy(() -> options.checkTransactions(FLINKS_TIMEOUT, KAFKAS_LONGEST))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--transaction-timeout is 12m, and must be longer than")
        .hasMessageContaining("together, 12m, or alerts are lost");
    assertThatCode(() -> options.checkTransactions(Duration.ofMinutes(9), KAFKAS_LONGEST))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesTransactionsThatBrokersDoNotAllow() {
    DeliveryOptions options = options("--delivery=exactly-once", "--transaction-timeout=16m");

    assertThatThrownBy(() -> options.checkTransactions(FLINKS_TIMEOUT, KAFKAS_LONGEST))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("transaction.max.timeout.ms allows 15m");
    assertThatCode(() -> options.checkTransactions(FLINKS_TIMEOUT, OptionalLong.empty()))
        .doesNotThrowAnyException();
  }

  @Test
  void asksNothingOfTransactionsWhereThereAreNone() {
    DeliveryOptions options = options("--transaction-timeout=1s");

    assertThatCode(() -> options.checkTransactions(FLINKS_TIMEOUT, KAFKAS_LONGEST))
        .doesNotThrowAnyException();
    assertThat(options.isExactlyOnce()).isFalse();
  }

  private static DeliveryOptions options(String... arguments) {
    @Command
    final class Holder {
      @Mixin private DeliveryOptions options;
    }
    Holder holder = new Holder();
    Commands.commandLine(holder).parseArgs(arguments);
    return holder.options;
  }
}
