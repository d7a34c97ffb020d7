package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.Action;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.flow.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

class JsonMapTest {

  private static FlowLogDecoder decoder(String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "--format=json";
    System.arraycopy(options, 0, all, 1, options.length);
    return Logs.options(all).streamDecoder();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"source\":{\"ip\":\"1.1.1.1\"},\"ts\":1714086000.5,\"bytes_out\":7}",
        "{\"source.ip\":\"1.1.1.1\",\"ts\":\"1714086000.5\",\"bytes_out\":7}",
      })
  void dotsAreNestingOrDots(String json) {
    FlowLogDecoder decoder =
        decoder("--json.map=src_ip=source.ip,start=ts", "--json.time=epoch-seconds");

    assertThat(Entries.flow(decoder, json))
        .isEqualTo(
            FlowRecord.builder().srcIp("1.1.1.1").start(1_714_086_000_500L).bytesOut(7).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "a..b", ".a", "a.", "\"a.\""})
  void namesWithAnEmptyLevelAreRefused(String name) {
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> decoder("--json.map=src_ip=" + name))
        .withMessageContaining(" is no name of a JSON field: write something before and after");
  }

  @Test
  void readsElasticCommonSchema() {
    FlowRecord flow =
        Entries.flow(
            decoder("--json.preset=ecs"),
            """
            {"@timestamp":"2024-04-25T23:00:01Z",
             "event":{"kind":"event","category":["network"],"type":["connection","denied"],
                      "start":"2024-04-25T23:00:00.000Z","end":"2024-04-25T23:00:10.000Z",
                      "action":"network_flow","outcome":"success"},
             "network":{"transport":"tcp","iana_number":"6","bytes":300,"packets":9,"type":"ipv4"},
             "source":{"ip":"10.0.0.1","port":50000,"bytes":100,"packets":4,
                       "geo":{"country_iso_code":"DE"}},
             "destination":{"ip":"192.0.2.7","port":443,"bytes":200,"packets":5},
             "http":{"response":{"status_code":200}},"rule":{"name":"r1"}}
            """);

    assertThat(flow)
        .isEqualTo(
            FlowRecord.builder()
                .srcIp("10.0.0.1")
                .dstIp("192.0.2.7")
                .srcPort(50_000)
                .dstPort(443)
                .protocol(6)
                .bytesIn(100)
                .bytesOut(200)
                .packets(9)
                .start(1_714_086_000_000L)
                .end(1_714_086_010_000L)
                .action(Action.REJECT)
                .responseCode(200)
                .country("DE")
                .ruleNames(List.of("r1"))
                .build());
  }

  @Test
  void takesTheNextBestOfWhatElasticCommonSchemaHas() {
    FlowRecord flow =
        Entries.flow(
            decoder("--json.preset=ecs"),
            """
            {"@timestamp":"2024-04-25T23:00:00Z","source.ip":"10.0.0.1","source.packets":4,
             "destination.packets":5,"network.transport":"udp","event.action":"accept",
             "event.type":"info"}
            """);

    assertThat(flow.packets()).isEqualTo(9);
    assertThat(flow.protocol()).isEqualTo(17);
    assertThat(flow.action()).isEqualTo(Action.ACCEPT);
    assertThat(flow.start()).isEqualTo(1_714_086_000_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-04-25T22:00:00Z", "2024-04-25T23:00:09Z"})
  void whenARecordWasLoggedIsNotItsStart(String logged) {
    FlowRecord flow =
        Entries.flow(
            decoder("--json.preset=ecs"),
            """
            {"@timestamp":"%s","source.ip":"10.0.0.1","event":{"end":"2024-04-25T23:00:00Z"}}
            """
                .formatted(logged));

    assertThat(flow.start()).isEqualTo(1_714_086_000_000L);
    assertThat(flow.end()).isEqualTo(1_714_086_000_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "1.424e9, 9.5367431640625e-07, 1424000000000, 0",
    "1.4240000005E9, 1.5e+1, 1424000000500, 15000",
    "0.1424000000123e+10, 5e-324, 1424000000123, 0",
    "1424000000000e-3, 12.5e-1, 1424000000000, 1250",
  })
  void timesMayHaveExponents(String time, String duration, long start, long millis) {
    String json = "{\"id.orig_h\":\"::1\",\"ts\":%s,\"duration\":%s}".formatted(time, duration);
    FlowRecord flow = Entries.flow(decoder("--json.preset=zeek"), json);

    assertThat(flow.start()).isEqualTo(start);
    assertThat(flow.end()).isEqualTo(start + millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e99999999999", "-1e9", "1e400", "1.5e+300"})
  void exponentsBeyondAnyTimeAreBadTimes(String time) {
    String json = "{\"id.orig_h\":\"::1\",\"ts\":" + time + "}";

    assertThat(Entries.deadLetter(decoder("--json.preset=zeek"), json).reason())
        .isEqualTo(DeadLetterReason.BAD_TIME);
  }

  @Test
  void readsOcsfNetworkActivityFromTheRightSide() {
    FlowRecord flow =
        Entries.flow(
            decoder("--json.preset=ocsf"),
            """
            {"class_uid":4001,"activity_id":6,"time":1714086000000,"start_time":1714086000000,
             "end_time":1714086010000,"action":"Denied","disposition":"Blocked","severity_id":1,
             "src_endpoint":{"ip":"10.0.0.1","port":50000,"location":{"country":"DE"}},
             "dst_endpoint":{"ip":"192.0.2.7","port":22},
             "connection_info":{"protocol_num":6,"direction":"Outbound"},
             "traffic":{"bytes_out":100,"bytes_in":200,"bytes":300,"packets":9}}
            """);

    assertThat(flow)
        .isEqualTo(
            FlowRecord.builder()
                .srcIp("10.0.0.1")
                .dstIp("192.0.2.7")
                .srcPort(50_000)
                .dstPort(22)
                .protocol(6)
                .bytesIn(100)
                .bytesOut(200)
                .packets(9)
                .start(1_714_086_000_000L)
                .end(1_714_086_010_000L)
                .action(Action.REJECT)
                .country("DE")
                .build());
  }

  @ParameterizedTest
  @CsvSource({
    "'\"protocol_num\":-1', -1",
    "'\"protocol_num\":-1,\"protocol_name\":\"udp\"', 17",
    "'\"protocol_num\":17', 17",
    "'\"protocol_num\":\"-1\"', -1",
  })
  void ocsfMayHaveNoProtocolNumber(String info, int protocol) {
    String json =
        "{\"class_uid\":4001,\"src_endpoint\":{\"ip\":\"::1\"},\"time\":1714086000000,"
            + "\"connection_info\":{"
            + info
            + "}}";

    assertThat(Entries.flow(decoder("--json.preset=ocsf"), json).protocol()).isEqualTo(protocol);
  }

  @Test
  void readsZeeksConnLog() {
    FlowRecord flow =
        Entries.flow(
            decoder("--json.preset=zeek"),
            """
            {"_path":"conn","ts":1591367999.305988,"uid":"CMdzit1AMNsmfAIiQc",
             "id.orig_h":"192.168.4.76","id.orig_p":36844,"id.resp_h":"192.168.4.1",
             "id.resp_p":53,"proto":"udp","service":"dns","duration":0.06685185432434082,
             "orig_bytes":62,"resp_bytes":141,"conn_state":"SF","missed_bytes":0,
             "history":"Dd","orig_pkts":2,"orig_ip_bytes":118,"resp_pkts":2,"resp_ip_bytes":197}
            """);

    assertThat(flow)
        .isEqualTo(
            FlowRecord.builder()
                .srcIp("192.168.4.76")
                .dstIp("192.168.4.1")
                .srcPort(36_844)
                .dstPort(53)
                .protocol(17)
                .bytesIn(62)
                .bytesOut(141)
                .packets(4)
                .start(1_591_367_999_305L)
                .end(1_591_367_999_371L)
                .action(Action.ACCEPT)
                .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "zeek; {\"_path\":\"dns\",\"ts\":1.5,\"id.orig_h\":\"::1\"}",
        "ocsf; {\"time\":1714086000000,\"src_endpoint\":{\"ip\":\"::1\"}}",
        "ocsf; {\"class_uid\":null,\"time\":1714086000000,\"src_endpoint\":{\"ip\":\"::1\"}}",
        "ocsf; {\"class_uid\":4003,\"time\":1714086000000,\"src_endpoint\":{\"ip\":\"x\"}}",
      })
  void recordsOfOtherLogsAreIgnored(String preset, String json) {
    assertThat(Entries.of(decoder("--json.preset=" + preset), json)).isEqualTo(Ignored.OTHER_LOG);
  }

  @Test
  void aMapGoesBeforeThePreset() {
    FlowLogDecoder decoder =
        decoder("--json.preset=zeek", "--json.map=bytes_in=orig_ip_bytes", "--json.time=iso");

    assertThat(
            Entries.flow(
                    decoder,
                    "{\"ts\":\"2024-04-25T23:00:00.000000Z\",\"id\":{\"orig_h\":\"::1\"},"
                        + "\"orig_bytes\":1,\"orig_ip_bytes\":41}")
                .bytesIn())
        .isEqualTo(41);
  }

  @ParameterizedTest
  @CsvSource({
    "1, ANOMALOUS", "true, ANOMALOUS", "'\"bad\"', ANOMALOUS", "'\" bad \"', ANOMALOUS",
    "0, NORMAL", "'\"Bad\"', NORMAL", "null, UNKNOWN", "'\"\"', UNKNOWN",
  })
  void labelsAreATruth(String label, Truth truth) {
    FlowLogDecoder decoder =
        decoder("--label.column=meta.label", "--label.anomalous=1,true, bad", "--label.ignore=?");
    String json = "{\"src_ip\":\"::1\",\"time\":1714086000,\"meta\":{\"label\":%s}}";

    assertThat(Entries.flow(decoder, json.formatted(label)).truth()).isEqualTo(truth);
    assertThat(Entries.of(decoder, json.formatted("\"?\""))).isEqualTo(SetAside.LABEL_IGNORED);
    assertThat(Entries.deadLetter(decoder, json.formatted("[1]")).reason())
        .isEqualTo(DeadLetterReason.BAD_VALUE);
  }
}
