package dev.weir.cli.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertLineTest {

  private static String line(String alert) {
    return AlertLine.of(alert.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void saysWhenWhoHowStrangeAndWhy() {
    assertThat(
            line(
                """
                {"src_ip":"10.0.0.7","src_country":"DE","window_start":"2026-03-02T10:00:00Z",
                 "score":0.71234,"explanation":[
                 {"text":"9,000 flows in 60 s; normal for this network: 1,200, at most 4,000"},
                 {"text":"98 % of flows rejected; normal for this network at 900 flows: at most 9 %"},
                 {"text":"5 kB sent in 60 s, by itself normal for this network (usually 2 kB)"}]}"""))
        .isEqualTo(
            "2026-03-02 10:00:00  10.0.0.7        DE  score 0.712  9,000 flows in 60 s (normal 1,200)"
                + " | 98 % of flows rejected (normal at most 9 %)"
                + " | 5 kB sent in 60 s, by itself normal for this network (usually 2 kB)");
  }

  @Test
  void putsADashForAnUnknownCountry() {
    assertThat(
            line(
                "{\"src_ip\":\"2001:db8::1\",\"src_country\":\"\",\"score\":1,"
                    + "\"window_start\":\"2026-03-02T10:00:00Z\"}"))
        .isEqualTo("2026-03-02 10:00:00  2001:db8::1     -   score 1.000  ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no alert",
        "",
        "[1, 2]",
        "null",
        "{\"src_ip\":\"10.0.0.7\"}",
        "{\"src_ip\":\"10.0.0.7\",\"score\":1,\"window_start\":\"yesterday\"}"
      })
  void showsWhatIsNoAlertAsItIs(String other) {
    assertThat(line(other)).isEqualTo(other);
  }

  @Test
  void letsNothingSteerTheTerminal() {
    String escape = "\u001b[2J";
    String override = "\u202e";
    String isolate = "\u2066";
    assertThat(line("a" + escape + "b\r\n\u0007c" + override + isolate + "\u009bd"))
        .isEqualTo("a?[2Jb???c???d");
    assertThat(
            line(
                "{\"src_ip\":\"10.0.0.7\\u001b[31m\",\"src_country\":\"\\u202eD\",\"score\":1,"
                    + "\"window_start\":\"2026-03-02T10:00:00Z\","
                    + "\"explanation\":[{\"text\":\"x\\u0000\\u2067y\"}]}"))
        .isEqualTo("2026-03-02 10:00:00  10.0.0.7?[31m   ?D  score 1.000  x??y");
  }
}
