package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateBytesTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/weir/job/source/kinesis/state.txt");

  private static final Shard PARENT = new Shard("shardId-000000000007", List.of(), 0.5);
  private static final Shard CHILD =
      new Shard("shardId-000000000012", List.of("shardId-000000000007", "shardId-000000000008"), 1);

  private final StateSerializer<ShardSplit> splits = StateSerializer.SPLITS;
  private final StateSerializer<EnumeratorState> states = StateSerializer.ENUMERATOR;

  static Map<String, ShardSplit> examples() {
    Map<String, ShardSplit> examples = new LinkedHashMap<>();
    examples.put("horizon", new ShardSplit(PARENT, Position.HORIZON));
    examples.put("at-time", new ShardSplit(PARENT, new Position.AtTime(1_772_445_600_000L)));
    examples.put("after", new ShardSplit(CHILD, new Position.After("4967311")));
    examples.put("ended", new ShardSplit(PARENT, new Position.Ended(List.of(CHILD))));
    return examples;
  }

  static List<ShardSplit> splits() {
    return List.copyOf(examples().values());
  }

  private static EnumeratorState state() {
    return new EnumeratorState(
        "arn:aws:kinesis:eu-central-1:123456789012:stream/flows",
        new Position.AtTime(1_772_445_600_000L),
        "shardId-000000000008",
        Set.of("shardId-000000000012"),
        splits());
  }

  @ParameterizedTest
  @MethodSource("splits")
  void aSplitComesBackAsItWentOut(ShardSplit split) throws IOException {
    assertThat(splits.deserialize(splits.getVersion(), splits.serialize(split))).isEqualTo(split);
  }

  @Test
  void theEnumeratorsStateComesBackAsItWentOut() throws IOException {
    assertThat(states.deserialize(states.getVersion(), states.serialize(state())))
        .isEqualTo(state());
    EnumeratorState empty = EnumeratorState.begin("arn", Position.HORIZON);
    assertThat(states.deserialize(states.getVersion(), states.serialize(empty))).isEqualTo(empty);
  }

  /** Savepoints hold these bytes: others need another version, and those before a reader. */
  @Test
  void stateHasTheBytesThatItHad() throws IOException {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    for (Map.Entry<String, ShardSplit> example : examples().entrySet()) {
      bytes.put(example.getKey(), splits.serialize(example.getValue()));
    }
    bytes.put("enumerator", states.serialize(state()));
    List<String> lines =
        bytes.entrySet().stream()
            .map(
                named ->
                    named.getKey()
                        + ' '
                        + StateSerializer.VERSION
                        + ' '
                        + HexFormat.of().formatHex(named.getValue()))
            .toList();
    if (Boolean.getBoolean("weir.golden.write")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.write(GOLDEN, lines);
    }
    assertThat(lines).isEqualTo(Files.readAllLines(GOLDEN));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 7000, 7002})
  void anotherVersionIsRefused(int version) throws IOException {
    byte[] split = splits.serialize(splits().get(0));
    byte[] state = states.serialize(state());

    assertThatThrownBy(() -> splits.deserialize(version, split))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("state of version " + version);
    assertThatThrownBy(() -> states.deserialize(version, state))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("state of version " + version);
  }

  @ParameterizedTest
  @MethodSource("splits")
  void bytesThatFollowAreRefused(ShardSplit split) throws IOException {
    byte[] bytes = splits.serialize(split);

    assertThatThrownBy(
            () -> splits.deserialize(splits.getVersion(), Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("1 bytes follow");
  }

  @ParameterizedTest
  @MethodSource("splits")
  void bytesThatAreMissingAreNoticed(ShardSplit split) throws IOException {
    byte[] bytes = splits.serialize(split);

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> splits.deserialize(splits.getVersion(), cut))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPositionOfAnUnknownKindIsRefused() throws IOException {
    byte[] bytes = splits.serialize(new ShardSplit(PARENT, Position.HORIZON));
    bytes[bytes.length - 1] = 4;

    assertThatThrownBy(() -> splits.deserialize(splits.getVersion(), bytes))
        .hasMessageContaining("unknown kind 4");
  }
}
