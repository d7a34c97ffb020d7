package dev.weir.cli.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.aws.StreamArn;
import dev.weir.cli.FlowLines;
import dev.weir.cli.Invocation;
import dev.weir.decode.EntryCollector;
import dev.weir.decode.FlowLogDecoder;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** What a replay puts into a stream is what a subscription would. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class StreamReplayITCase {

  private static LocalKinesis kinesis;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    kinesis = Emulated.start();
  }

  @AfterAll
  static void stop() {
    if (kinesis != null) {
      kinesis.close();
    }
  }

  @Test
  void everyLineIsAnEventInTheOrderOfItsSource() throws IOException {
    StreamArn arn = kinesis.create("ordered", 3);
    Path log = FlowLines.write(folder.resolve("a.json"), FlowLines.quiet(10, 30));

    Invocation replay = replay(arn, log, "json");

    assertThat(replay.err()).isEmpty();
    assertThat(replay.exit()).isZero();
    assertThat(replay.out())
        .contains(
            "Whoever reads the stream needs --format cloudwatch --cloudwatch.inner json.",
            "Sent " + Files.readAllLines(log).size() + " messages");
    Read read = read(arn, LogOptions.of(LogFormat.JSON).enveloped());
    assertThat(read.entries).isEqualTo(Files.readAllLines(log).size());
    assertThat(read.disorder).isEmpty();
    assertThat(read.shardsOf.values()).as("a source has one shard").allMatch(n -> n.size() == 1);
    assertThat(read.shards).hasSize(3);
  }

  @Test
  void envelopesAreSentAsTheyAre() throws IOException {
    StreamArn arn = kinesis.create("whole", 1);
    String envelope =
        "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"1\",\"logGroup\":\"g\",\"logStream\":\"s\","
            + "\"logEvents\":[{\"id\":\"a\",\"timestamp\":1,\"message\":\"x\"}]}";
    Path log = Files.writeString(folder.resolve("a.json"), envelope + "\n");

    assertThat(replay(arn, log, "cloudwatch").exit()).isZero();

    List<String> records = new ArrayList<>();
    StreamContent.read(
        arn,
        kinesis.access(),
        (shard, appended, record) -> records.add(new String(record, StandardCharsets.UTF_8)));
    assertThat(records).containsExactly(envelope);
  }

  @Test
  void whatNoSubscriptionHoldsIsRefused() throws IOException {
    StreamArn arn = kinesis.create("refused", 1);
    Path log =
        Files.writeString(folder.resolve("a.csv"), "src_ip,time\n10.0.0.1,2026-03-02T10:00:00Z\n");

    Invocation replay = replay(arn, log, "csv");

    assertThat(replay.exit()).isEqualTo(2);
    assertThat(replay.err())
        .startsWith("weir: --to kinesis sends vpc-flow-log, json and cloudwatch");
  }

  @Test
  void aStreamThatIsNotThereIsSaidToBe() throws IOException {
    StreamArn arn = StreamArn.parse("arn:aws:kinesis:us-east-1:000000000000:stream/nowhere");
    Path log = FlowLines.write(folder.resolve("a.json"), FlowLines.quiet(2, 1));

    Invocation replay = replay(arn, log, "json");

    assertThat(replay.exit()).isEqualTo(1);
    assertThat(replay.err().lines())
        .containsExactly(
            "weir: stream 'nowhere' in us-east-1, account 000000000000, does not exist there;"
                + " correct --kinesis.stream, or create it");
  }

  private static Invocation replay(StreamArn arn, Path log, String format) {
    return Invocation.of(
        "replay",
        "--to=kinesis",
        "--kinesis.stream=" + arn,
        "--kinesis.endpoint=" + kinesis.access().endpoint(),
        "--input=" + log,
        "--format=" + format);
  }

  private static Read read(StreamArn arn, LogOptions options) {
    Read read = new Read();
    FlowLogDecoder decoder = options.streamDecoder();
    StreamContent.read(
        arn,
        kinesis.access(),
        (shard, appended, record) -> {
          read.shard = shard;
          decoder.decode(record, 0, record.length, read);
        });
    return read;
  }

  /** What stands in a stream. */
  private static final class Read implements EntryCollector {

    private final Map<String, Long> last = new HashMap<>();
    private final Map<String, Set<Integer>> shardsOf = new HashMap<>();
    private final Set<Integer> shards = new HashSet<>();
    private final List<String> disorder = new ArrayList<>();
    private int shard;
    private int entries;

    @Override
    public void flow(FlowRecord flow) {
      entries++;
      shards.add(shard);
      shardsOf.computeIfAbsent(flow.srcIp(), s -> new HashSet<>()).add(shard);
      Long before = last.put(flow.srcIp(), flow.eventTime());
      if (before != null && before > flow.eventTime()) {
        disorder.add(flow.srcIp());
      }
    }

    @Override
    public void setAside(SetAside reason, FlowRecord flow) {
      entries++;
    }

    @Override
    public void deadLetter(
        DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
      entries++;
    }

    @Override
    public void ignored(Ignored reason) {
      entries++;
    }
  }
}
