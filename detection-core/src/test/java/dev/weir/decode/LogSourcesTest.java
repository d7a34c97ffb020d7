package dev.weir.decode;

import static dev.weir.decode.Envelopes.event;
import static dev.weir.decode.Envelopes.vpc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.UsageException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several log groups on one stream, each read in its own way. */
class LogSourcesTest {

  private static FlowRecord flow(String payload, String... options) {
    Entries entries = new Entries();
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    Envelopes.decoder(options).decode(bytes, 0, bytes.length, entries);
    assertThat(entries.all()).hasSize(1);
    return (FlowRecord) entries.all().get(0);
  }

  @Test
  void thePlaceChoosesFormatAndScopeAndTheFirstMatchCounts() {
    String[] options = {
      "--sources.2.match=log-group=/app/*",
      "--sources.2.format=json",
      "--sources.1.match=owner=123456789012,log-group=/app/b*",
      "--sources.1.format",
      "json",
      "--sources.1.scope=blue",
    };
    String json = event("e", Envelopes.JSON_FLOW);

    assertThat(flow(Envelopes.of("/app/blue", json), options).scope()).isEqualTo("blue");
    assertThat(flow(Envelopes.of("/app/a", json), options).scope()).isEqualTo("123456789012");
    assertThat(flow(Envelopes.of("/vpc/prod", event("e", vpc("10.0.0.1"))), options).scope())
        .isEqualTo("123456789012");
  }

  @Test
  void flowLogsOfAPlaceMayHaveFieldsOfTheirOwn() {
    String[] options = {
      "--sources.1.match=log-group=/vpc/*",
      "--sources.1.vpc.format=start end srcaddr dstaddr log-status",
    };
    String record = "1669842701 1669842702 10.0.0.1 198.51.100.7 OK";

    assertThat(flow(Envelopes.of("/vpc/x", event("e", record)), options).scope())
        .isEqualTo("123456789012");
    assertThat(flow(Envelopes.of("/other", event("e", vpc("10.0.0.3"))), options).srcIp())
        .isEqualTo("10.0.0.3");
  }

  @ParameterizedTest
  @CsvSource({
    "/vpc/prod, /vpc/prod, true",
    "/vpc/prod, /vpc/prod2, false",
    "/vpc/*, /vpc/, true",
    "*, '', true",
    "*prod*, /vpc/prod/a, true",
    "/a*b*c, /axxbxxbyc, true",
    "/a*b*c, /axxbxxbyd, false",
    "/vpc, '', false",
  })
  void aStarStandsForAnything(String pattern, String group, boolean matches) {
    assertThat(new SourceMatch("", pattern).matches("1", group)).isEqualTo(matches);
    assertThat(new SourceMatch("1", pattern).matches("1", group)).isEqualTo(matches);
    assertThat(new SourceMatch("2", pattern).matches("1", group)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sources.1.format=json|--sources.1.match is missing",
        "--sources.3.match=group=x|neither owner=ACCOUNT nor log-group=NAME",
        "--sources.3.match=owner=|neither owner=ACCOUNT nor log-group=NAME",
        "--sources.3.match=owner=1,owner=2|names owner twice",
        "--sources.3.match=owner=1 --sources.3.format=xml|'xml' is not a format",
        "--sources.3.match=owner=1 --sources.3.vpc.format=x|--sources.3.vpc.format: ",
        "--sources.3.match=owner=1 --sources.3.format=csv|can be vpc-flow-log or json",
        "--cloudwatch.inner=cloudwatch|can be vpc-flow-log or json",
        "--cloudwatch.max-size=1B|choose from 1KiB to 512MiB",
        "--cloudwatch.repeats-remembered=0|choose from 1 to",
        "--format=json --sources.2.match=owner=1|need --format cloudwatch",
      })
  void contradictionsAreErrorsOfUsage(String options, String message) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> Envelopes.decoder(options.split(" ")))
        .withMessageContaining(message);
  }
}
