package dev.weir.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.command.Commands;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.UserException;
import dev.weir.job.SmallModel;
import dev.weir.model.ModelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class DetectOptionsTest {

  @TempDir private Path folder;

  @Test
  void hasTheDefaultsThatItDescribes() {
    DetectOptions options = options();

    assertThat(options.kafka().servers()).isEqualTo("localhost:9092");
    assertThat(options.input().topic()).isEqualTo("weir.flows");
    assertThat(options.alertTopic()).isEqualTo("weir.alerts");
    assertThat(options.deadLetterTopic()).isEqualTo("weir.dead-letters");
    assertThat(options.lateTopic()).isEqualTo("weir.late");
    assertThat(options.scoresTopic()).isNull();
    assertThat(options.input().groupId()).isEqualTo("weir");
    assertThat(options.input().startFrom()).isEqualTo(StartFrom.COMMITTED);
    assertThat(options.silence()).isEqualTo(Duration.ofMinutes(5));
    assertThat(options.maxFuture()).isEqualTo(Duration.ofMinutes(5));
    assertThat(options.delivery().checkpointInterval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(options.parallelism()).isNull();
    assertThat(options.log().csvHeader()).isEqualTo(LogOptions.DEFAULT_CSV_HEADER);
  }

  @ParameterizedTest
  @CsvSource({"json, 30s, 1m", "csv, 30s, 1m", "vpc-flow-log, 5m, 10m"})
  void takesTimesFromTheFormat(String format, String outOfOrderness, String idleness) {
    DetectOptions options = parse("--model=m", "--format=" + format);

    assertThat(options.outOfOrderness()).isEqualTo(duration(outOfOrderness));
    assertThat(options.idleness()).isEqualTo(duration(idleness));
  }

  @Test
  void takesWhatIsSet() {
    DetectOptions options =
        options(
            "--bootstrap-servers=a:1,b:2",
            "--input-topic=in",
            "--alert-topic=al",
            "--dead-letter-topic=de",
            "--late-topic=la",
            "--scores-topic=sc",
            "--group-id=g",
            "--start-from=latest",
            "--out-of-orderness=1s",
            "--idleness=2s",
            "--silence=3s",
            "--max-future=4s",
            "--checkpoint-interval=500ms",
            "--parallelism=3");

    assertThat(options.kafka().servers()).isEqualTo("a:1,b:2");
    assertThat(options.input().topic()).isEqualTo("in");
    assertThat(options.alertTopic()).isEqualTo("al");
    assertThat(options.deadLetterTopic()).isEqualTo("de");
    assertThat(options.lateTopic()).isEqualTo("la");
    assertThat(options.scoresTopic()).isEqualTo("sc");
    assertThat(options.input().groupId()).isEqualTo("g");
    assertThat(options.input().startFrom()).isEqualTo(StartFrom.LATEST);
    assertThat(options.outOfOrderness()).isEqualTo(Duration.ofSeconds(1));
    assertThat(options.idleness()).isEqualTo(Duration.ofSeconds(2));
    assertThat(options.silence()).isEqualTo(Duration.ofSeconds(3));
    assertThat(options.maxFuture()).isEqualTo(Duration.ofSeconds(4));
    assertThat(options.delivery().checkpointInterval()).isEqualTo(Duration.ofMillis(500));
    assertThat(options.parallelism()).isEqualTo(3);
  }

  @Test
  void beginsAtATimeToo() {
    assertThat(options("--start-from=2026-03-02T11:00:00+01:00").input().startFrom())
        .isEqualTo(StartFrom.at(Instant.parse("2026-03-02T10:00:00Z")));
  }

  @Test
  void readsKafkaUnlessToldOtherwise() {
    String arn = "arn:aws:kinesis:eu-central-1:123456789012:stream/flows";
    DetectOptions kinesis = options("--source=kinesis", "--kinesis.stream=" + arn);

    assertThat(options().input().kind()).isEqualTo(StreamKind.KAFKA);
    assertThat(options().input().inWords()).isEqualTo("topic weir.flows");
    assertThat(kinesis.input().kind()).isEqualTo(StreamKind.KINESIS);
    assertThat(kinesis.input().inWords()).isEqualTo("stream flows in eu-central-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--kinesis.stream=flows",
        "--kinesis.region=eu-west-1",
        "--kinesis.endpoint=localhost:4567",
        "--kinesis.poll-interval=100ms",
        "--kinesis.poll-records=0",
        "--kinesis.poll-records=10001",
        "--kinesis.discovery-interval=0s",
      })
  void refusesWhatCannotBeOfAStream(String wrong) {
    List<String> arguments =
        new ArrayList<>(List.of("--model=m", "--format=cloudwatch", "--source=kinesis"));
    if (!wrong.startsWith("--kinesis.stream")) {
      arguments.add("--kinesis.stream=arn:aws:kinesis:eu-central-1:123456789012:stream/flows");
    }
    arguments.add(wrong);

    List<String> told = told(arguments.toArray(String[]::new));

    assertThat(told).hasSize(1);
    assertThat(told.get(0)).containsAnyOf(wrong.split("=")[0], wrong.split("=")[1]);
  }

  @Test
  void aStreamHasToBeNamed() {
    assertThat(told("--model=m", "--format=cloudwatch", "--source=kinesis").get(0))
        .contains("--source kinesis needs --kinesis.stream");
  }

  @Test
  void deliversAtLeastOnceUnlessToldOtherwise() {
    assertThat(options().delivery().delivery()).isEqualTo(Delivery.AT_LEAST_ONCE);
    assertThat(options("--delivery=exactly-once").delivery().delivery())
        .isEqualTo(Delivery.EXACTLY_ONCE);
    assertThat(options().delivery().transactionTimeout()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void givesEveryTopicTransactionsOfItsOwn() {
    assertThat(options("--group-id=g").transactionalId("late")).isEqualTo("g-late");
    assertThat(options("--group-id=g", "--transactional-id=t").transactionalId("late"))
        .isEqualTo("t-late");
  }

  @ParameterizedTest
  @EnumSource
  void knowsEveryFormatByItsName(LogFormat format) {
    assertThat(parse("--model=m", "--format=" + format.id()).log().format()).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "--alert-topics=x, --alert-topic",
    "--checkpoint-intervall=1s, --checkpoint-interval",
    "--out-of-order=1s, --out-of-orderness",
  })
  void suggestsTheNearestNameForAnUnknownOption(String wrong, String nearest) {
    List<String> told = told("--model=m", "--format=json", wrong);

    assertThat(told).hasSize(1);
    assertThat(told.get(0)).contains(wrong);
    assertThat(told.get(0)).contains("did you mean " + nearest + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=xml",
        "--start-from=yesterday",
        "--source=sqs",
        "--kinesis.stream=arn:aws:kinesis:eu-central-1:123456789012:stream/flows",
        "--silence=5",
        "--silence=0s",
        "--idleness=0s",
        "--checkpoint-interval=0s",
        "--delivery=sometimes",
        "--parallelism=0",
        "--parallelism=721",
        "--parallelism=many",
        "--late-topic=weir.flows",
        "--alert-topic=weir.late",
      })
  void refusesWhatCannotBeInALine(String wrong) {
    List<String> told = told("--model=m", "--format=json", wrong);

    assertThat(told).hasSizeBetween(1, 2);
    assertThat(told.get(0)).contains(wrong.substring(0, wrong.indexOf('=')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--model=m", "--format=json"})
  void needsModelAndFormat(String only) {
    assertThat(told(only).get(0)).contains("Missing required option");
  }

  @Test
  void assertsTheModelsWindow() throws IOException {
    Path model = folder.resolve("m.json");
    Files.write(model, SmallModel.file(new WindowSpec(600_000, 60_000)));

    assertThat(parse("--model=" + model, "--format=json", "--window=10m").model().model().id())
        .isEqualTo(ModelFile.read(model).id());
    assertThatThrownBy(() -> parse("--model=" + model, "--format=json", "--window=1m").model())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("10m sliding by 1m")
        .hasMessageContaining("not of 1m");
  }

  @Test
  void assertsNothingOfTheWindowUnlessAsked() throws IOException {
    Path model = folder.resolve("m.json");
    Files.write(model, SmallModel.file(WindowSpec.tumbling(60_000)));

    assertThat(parse("--model=" + model, "--format=json").model()).isNotNull();
  }

  @Test
  void refusesAModelThatIsNone() throws IOException {
    Path model = Files.writeString(folder.resolve("m.json"), "{\"format\":\"weir-mo");

    assertThatThrownBy(() -> parse("--model=" + model, "--format=json").model())
        .isInstanceOf(UserException.class)
        .hasMessageContaining(model.toString());
  }

  private static Duration duration(String text) {
    return dev.weir.flow.Durations.parse(text);
  }

  private static DetectOptions options(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--model=m", "--format=json"));
    arguments.addAll(List.of(more));
    return parse(arguments.toArray(String[]::new));
  }

  private static DetectOptions parse(String... arguments) {
    Holder holder = new Holder();
    Commands.commandLine(holder).parseArgs(arguments);
    holder.options.check();
    return holder.options;
  }

  private static List<String> told(String... arguments) {
    StringWriter err = new StringWriter();
    CommandLine command = Commands.commandLine(new Holder()).setErr(new PrintWriter(err));
    assertThat(command.execute(arguments)).isNotZero();
    return err.toString().lines().toList();
  }

  @Command(name = "test")
  private static final class Holder implements Callable<Integer> {
    @Mixin private DetectOptions options;

    @Override
    public Integer call() {
      options.check();
      return 0;
    }
  }
}
