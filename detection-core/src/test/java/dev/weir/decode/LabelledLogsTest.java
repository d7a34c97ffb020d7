package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.file.LogFile;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.flow.Truth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public labelled data sets, as they are; skipped where the shared data is not at hand. */
class LabelledLogsTest {
  private static final List<String> LUFLOW =
      List.of(
          "--format=csv",
          "--csv.map=dst_ip=dest_ip,dst_port=dest_port,protocol=proto,"
              + "packets=num_pkts_in+num_pkts_out,start=time_start,end=time_end",
          "--csv.time=epoch-digits",
          "--src-ip.opaque=true");
  private static final List<String> UNSW =
      List.of(
          "--format=csv",
          "--csv.map=src_ip=srcip,src_port=sport,dst_ip=dstip,dst_port=dsport,protocol=proto,"
              + "bytes_in=sbytes,bytes_out=dbytes,packets=Spkts+Dpkts,start=Stime,end=Ltime",
          "--csv.time=epoch-seconds",
          "--label.column=label",
          "--label.anomalous=1");

  private static List<Entry> decode(String name, List<String> options, String... more) {
    Path file = SharedData.file(name);
    assumeTrue(Files.exists(file), "skipped: shared/data/" + name + " is missing");
    List<String> all = new ArrayList<>(options);
    all.addAll(Arrays.asList(more));
    Entries entries = new Entries();
    try (LogFile log = LogFile.open(file, Logs.options(all.toArray(String[]::new)))) {
      while (log.decodeNext(entries)) {
        assertThat(entries.all()).hasSize((int) log.line());
      }
    }
    assertThat(entries.all().get(0)).isEqualTo(Ignored.HEADER);
    return entries.all().subList(1, entries.all().size());
  }

  private static long count(List<Entry> entries, Truth truth) {
    return flows(entries).stream().filter(flow -> flow.truth() == truth).count();
  }

  private static List<FlowRecord> flows(List<Entry> entries) {
    return entries.stream()
        .filter(FlowRecord.class::isInstance)
        .map(FlowRecord.class::cast)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "luflow-2020-12-26.csv.gz, 43735, 0, 0, 1",
    "luflow-2020-12-28.csv.gz, 46157, 2926, 2632, 184"
  })
  void everyLuflowRowIsAFlow(String name, long normal, long attacks, long leftOut, int sources) {
    List<Entry> entries =
        decode(
            name,
            LUFLOW,
            "--label.column=label",
            "--label.anomalous=malicious",
            "--label.ignore=outlier");

    assertThat(count(entries, Truth.NORMAL)).isEqualTo(normal);
    assertThat(count(entries, Truth.ANOMALOUS)).isEqualTo(attacks);
    assertThat(entries.stream().filter(SetAside.LABEL_IGNORED::equals).count()).isEqualTo(leftOut);
    assertThat(entries).hasSize((int) (normal + attacks + leftOut));
    List<FlowRecord> all = flows(decode(name, LUFLOW));
    assertThat(all).hasSameSizeAs(entries);
    assertThat(all.stream().map(FlowRecord::srcIp).distinct().count()).isEqualTo(sources);
    assertThat(all).allMatch(flow -> flow.duration() >= 0 && flow.packets() >= 0);
  }

  @Test
  void unswRowsAreFlowsButForTwoWithPortsInHexadecimal() {
    List<Entry> entries = decode("unsw-nb15-head3000.csv.gz", UNSW);

    assertThat(count(entries, Truth.ANOMALOUS)).isEqualTo(98);
    assertThat(count(entries, Truth.NORMAL)).isEqualTo(2_900);
    assertThat(entries).hasSize(3_000);
    assertThat(entries.stream().filter(entry -> !(entry instanceof FlowRecord)))
        .hasSize(2)
        .allSatisfy(
            entry -> {
              assertThat(((DeadLetter) entry).reason()).isEqualTo(DeadLetterReason.BAD_NUMBER);
              assertThat(((DeadLetter) entry).detail()).contains("dst_port (dsport): '0xc0a8'");
            });
  }
}
