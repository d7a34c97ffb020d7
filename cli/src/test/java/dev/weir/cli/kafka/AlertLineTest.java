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

  private static final String ALERT =
      """
      {"incident_id":"a","status":"%s","severity":71,"level":"high","finding":"ssh-brute-force",
       "src_ip":"203.0.113.7","src_country":"NL","target":{"dst_ip":"10.0.0.9","dst_port":22},
       "last_seen":"2026-03-02T10:00:00Z","windows":4,"flows":1600,"close_reason":"quiet",
       "explanation":[{"text":"400 flows in 60 s; normal: 2"},{"text":"5 kB sent"}]}""";

  @Test
  void saysWhenHowBadWhatWhoToWhomAndWhy() {
    assertThat(line(String.format(ALERT, "open")))
        .isEqualTo(
            "2026-03-02 10:00:00  open   high      71  ssh-brute-force        203.0.113.7 (NL) >"
                + " 10.0.0.9:22  400 flows in 60 s; normal: 2");
  }

  @Test
  void saysOfAnUpdateHowLongItLastsAndOfAClosingHowMuchItWas() {
    assertThat(line(String.format(ALERT, "update")))
        .endsWith("4 windows, 1,600 flows; 400 flows in 60 s; normal: 2");
    assertThat(line(String.format(ALERT, "close"))).endsWith("4 windows, 1,600 flows, quiet");
  }

  @Test
  void saysWhatElseItDid() {
    String both = ALERT.replace("\"status\"", "\"also\":[\"exfiltration\",\"flood\"],\"status\"");

    assertThat(line(String.format(both, "close")))
        .endsWith("4 windows, 1,600 flows, also exfiltration and flood, quiet");
  }

  @Test
  void alertsOfOtherSchemasAreReadByWhatTheyCarry() {
    String open = String.format(ALERT, "open");

    assertThat(line("{\"class_uid\":2004,\"unmapped\":{\"weir\":" + open + "}}"))
        .isEqualTo(line(open));
    assertThat(line("{\"ecs\":{\"version\":\"8.17.0\"},\"weir\":" + open + "}"))
        .isEqualTo(line(open));
  }

  @Test
  void saysWhoIsKnownForWorse() {
    String listed = ALERT.replace("\"status\"", "\"reputation\":[\"feed\",\"b\"],\"status\"");

    assertThat(line(String.format(listed, "open")))
        .contains("203.0.113.7 (NL) > 10.0.0.9:22, known bad (feed, b)  400 flows");
  }

  @Test
  void oneIsNotCalledMany() {
    String one = String.format(ALERT, "close").replace(":4,", ":1,").replace(":1600,", ":1,");

    assertThat(line(one)).endsWith("1 window, 1 flow, quiet");
  }

  @Test
  void saysHowManySourcesATargetHas() {
    assertThat(
            line(
                """
                {"incident_id":"a","status":"open","severity":90,"level":"critical",
                 "finding":"flood","src_ip":null,"sources":41200,
                 "target":{"dst_ip":"10.0.0.9","dst_port":null},
                 "last_seen":"2026-03-02T10:00:00Z"}"""))
        .contains("flood", "41,200 sources > 10.0.0.9 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no alert",
        "",
        "[1, 2]",
        "null",
        "{\"src_ip\":\"10.0.0.7\"}",
        "{\"incident_id\":\"a\",\"status\":\"open\",\"last_seen\":\"yesterday\"}",
        "{\"incident_id\":\"a\",\"status\":\"open\",\"last_seen\":\"+1000000000-01-01T00:00:00Z\"}"
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
                String.format(ALERT, "open")
                    .replace("203.0.113.7", "10.0.0.7\\u001b[31m")
                    .replace("NL", "\\u202eD")
                    .replace("normal: 2", "x\\u0000\\u2067y")))
        .contains("10.0.0.7?[31m (?D)", "x??y");
  }
}
