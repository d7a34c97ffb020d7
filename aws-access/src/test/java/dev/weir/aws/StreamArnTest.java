package dev.weir.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flow.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamArnTest {

  @Test
  void hasRegionAccountAndName() {
    StreamArn arn = StreamArn.parse("arn:aws-cn:kinesis:cn-north-1:123456789012:stream/a.b-c_D");

    assertThat(arn.region()).isEqualTo("cn-north-1");
    assertThat(arn.account()).isEqualTo("123456789012");
    assertThat(arn.name()).isEqualTo("a.b-c_D");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "flows",
        "arn:aws:kinesis:eu-central-1:123456789012:stream/",
        "arn:aws:kinesis:eu-central-1:123456789012:flows",
        "arn:aws:kinesis:eu-central-1:12345:stream/flows",
        "arn:aws:kinesis::123456789012:stream/flows",
        "arn:aws:kinesis:eu-central-1:123456789012:stream/flows/consumer/a:1",
        "arn:aws:firehose:eu-central-1:123456789012:stream/flows",
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> StreamArn.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("write arn:aws:kinesis:REGION:ACCOUNT:stream/NAME");
  }
}
