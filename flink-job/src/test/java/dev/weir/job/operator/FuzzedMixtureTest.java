package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.LogOptions;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.source.KafkaEntries;
import dev.weir.job.source.TaskContext;
import dev.weir.job.types.WireType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whatever comes out of a topic, the job's counts add up. */
class FuzzedMixtureTest {
  private static final int MESSAGES = 2000;
  private static final String VPC =
      "2 1 eni-1 10.0.0.%d 198.51.100.7 40000 443 6 10 800 1669842701 1669842702 ACCEPT OK";

  @Command
  private static final class Holder {
    @Mixin private LogOptions options;
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv", "vpc-flow-log", "cloudwatch"})
  void everyEntryIsCountedForOneThing(String format) throws Exception {
    List<Entry> entries = entries(format);
    try (OneInputStreamOperatorTestHarness<Entry, Entry> filter =
            harness(new ProcessOperator<>(new RepeatFilter(100)), WireType.ENTRY);
        OneInputStreamOperatorTestHarness<Entry, FlowRecord> router =
            harness(new ProcessOperator<>(new EntryRouter()), WireType.FLOW)) {
      filter.open();
      router.open();
      for (Entry entry : entries) {
        filter.processElement(entry, 5);
      }
      for (Entry entry : filter.extractOutputValues()) {
        router.processElement(entry, 5);
      }

      long decoded = Counts.of(router, "decoded");
      long letters = sum(router, "dead_letters.", DeadLetterReason.values(), r -> r.id());
      assertThat(Counts.of(router, "entries"))
          .isEqualTo(entries.size())
          .isEqualTo(decoded + letters + sum(router, "ignored.", Ignored.values(), r -> r.id()));
      assertThat(decoded)
          .isEqualTo(
              router.extractOutputValues().size()
                  + sum(router, "set_aside.", SetAside.values(), r -> r.id()))
          .isPositive();
      Queue<StreamRecord<DeadLetter>> out = router.getSideOutput(EntryRouter.DEAD_LETTERS);
      assertThat(letters).isEqualTo(out.size()).isPositive();
      if (format.equals("cloudwatch")) {
        assertThat(Counts.of(router, "set_aside.duplicate-event")).isPositive();
      }
    }
  }

  private static <T> long sum(
      OneInputStreamOperatorTestHarness<?, ?> router,
      String prefix,
      T[] reasons,
      Function<T, String> id) {
    return Arrays.stream(reasons)
        .mapToLong(reason -> Counts.of(router, prefix + id.apply(reason)))
        .sum();
  }

  private static List<Entry> entries(String format) throws Exception {
    Holder holder = new Holder();
    new CommandLine(holder).setCaseInsensitiveEnumValuesAllowed(true).parseArgs("--format", format);
    KafkaEntries source = new KafkaEntries(holder.options, 300_000);
    source.open(new TaskContext());
    SplittableRandom random = new SplittableRandom(7);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      int before = entries.size();
      source.deserialize(
          new ConsumerRecord<>("t", 0, i, null, message(random)), new ListCollector<>(entries));
      assertThat(entries.size()).isGreaterThan(before);
    }
    return entries;
  }

  /** One of every format in turn, of which half are damaged. */
  private static byte[] message(SplittableRandom random) {
    String vpc = VPC.formatted(random.nextInt(9));
    String event = "{\"id\":\"%d\",\"message\":\"%s\"}".formatted(random.nextInt(50), vpc);
    String envelope =
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[%s,{\"id\":1},%s]}"
            .formatted(event, event);
    String text =
        Stream.of(
                vpc,
                "{\"src_ip\":\"10.0.0.1\",\"time\":1669842701}",
                "1,2,1669842701,1669842702,10.0.0.1" + ",".repeat(11),
                envelope,
                " ",
                "{\"messageType\":\"CONTROL_MESSAGE\"}")
            .skip(random.nextInt(6))
            .findFirst()
            .orElseThrow();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (random.nextBoolean()) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
    }
    return bytes;
  }

  private static <T> OneInputStreamOperatorTestHarness<Entry, T> harness(
      ProcessOperator<Entry, T> operator, WireType type) throws Exception {
    OneInputStreamOperatorTestHarness<Entry, T> harness =
        new OneInputStreamOperatorTestHarness<>(operator, DetectOptions.MAX_PARALLELISM, 1, 0);
    harness.setup(type.<T>info().createSerializer(new SerializerConfigImpl()));
    return harness;
  }
}
