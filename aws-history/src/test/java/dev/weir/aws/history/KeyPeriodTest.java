package dev.weir.aws.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.file.TimeRange;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPeriodTest {

  private static final TimeRange NIGHT =
      new TimeRange(Instant.parse("2026-03-31T22:00:00Z"), Instant.parse("2026-04-01T02:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/, true",
    "AWSLogs/123456789012/vpcflowlogs/eu-central-1/2025/, false",
    "AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/03/, true",
    "AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/04/, true",
    "AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/02/, false",
    "AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/03/31/, true",
    "AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/03/30/, false",
    "AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/04/01/, true",
    "AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/04/02/, false",
    "AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/03/31/21/, false",
    "AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/03/31/22/, true",
    "logs/aws-region=eu-central-1/year=2026/month=03/, true",
    "logs/aws-region=eu-central-1/year=2026/month=03/day=30/, false",
    "logs/aws-region=eu-central-1/year=2026/month=04/day=01/hour=01/, true",
    "logs/aws-region=eu-central-1/year=2026/month=04/day=01/hour=02/, false",
    "2025/, false",
    "AWSLogs/, true",
    "AWSLogs/123456789012/, true",
    "1999/, true",
    "2026/13/, true",
    "2026/04/31/, true",
    "run-2025/, true",
  })
  void whatAFoldersNameSays(String folder, boolean mayHold) {
    assertThat(KeyPeriod.mayHold(folder, NIGHT)).isEqualTo(mayHold);
  }

  @Test
  void whereNoTimeIsAskedForEveryFolderCounts() {
    assertThat(KeyPeriod.mayHold("2025/", TimeRange.ALL)).isTrue();
  }

  @Test
  void aRangeMayBeOpen() {
    TimeRange since = new TimeRange(Instant.parse("2026-03-31T22:00:00Z"), null);

    assertThat(KeyPeriod.mayHold("2026/03/30/", since)).isFalse();
    assertThat(KeyPeriod.mayHold("2030/", since)).isTrue();
  }
}
