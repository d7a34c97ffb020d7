package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.TargetView;
import dev.weir.file.LogSurvey;
import dev.weir.file.TimeBounds;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.flow.Side;
import dev.weir.job.operator.ShippedModel;
import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import dev.weir.model.ScoredWindow;
import dev.weir.model.ScoredWindowJson;
import dev.weir.network.NetworkOptions;
import dev.weir.train.VectorExtraction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.flink.util.FileUtils;

/**
 * The one idea that the rest serves: training and serving can't drift apart. One history through
 * the trainer's path and through the job gives the same bits, in any order within the lateness
 * bound.
 */
class KeystoneITCase {

  private static final Map<LogFormat, Fixture> FIXTURES = new EnumMap<>(LogFormat.class);
  private static Path folder;

  /**
   * A generated history, its windows sliding where it is a VPC log, and what the trainer makes of
   * it in order.
   */
  private record Fixture(
      Path log,
      Path network,
      Path modelFile,
      Model model,
      List<FlowRecord> flows,
      List<ScoredWindow> expected) {}

  @BeforeContainer
  static void prepare() throws IOException {
    folder = Files.createTempDirectory("weir-keystone-");
    FIXTURES.put(LogFormat.JSON, fixture(LogFormat.JSON, "1m", "1m"));
    FIXTURES.put(LogFormat.VPC_FLOW_LOG, fixture(LogFormat.VPC_FLOW_LOG, "3m", "1m"));
  }

  @AfterContainer
  static void delete() throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
  }

  @Property(tries = 24, shrinking = ShrinkingMode.OFF)
  void theJobsWindowsGiveTheTrainersBitsInAnyOrder(
      @ForAll boolean flowLog, @ForAll @IntRange(max = 600) int boundSeconds, @ForAll long seed)
      throws Exception {
    Fixture fixture = FIXTURES.get(flowLog ? LogFormat.VPC_FLOW_LOG : LogFormat.JSON);
    long bound = boundSeconds * 1000L;
    List<FlowRecord> shuffled = shuffled(fixture.flows(), bound, seed);

    List<FeatureVector> trainers =
        VectorExtraction.of(shuffled, fixture.model().window(), fixture.model().settings(), bound);

    assertThat(scored(trainers, fixture.model())).isEqualTo(fixture.expected());
    assertThat(bare(throughTheJob(shuffled, bound, fixture, seed))).isEqualTo(fixture.expected());
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void theJobsEvidenceIsTheSameInAnyOrder(
      @ForAll boolean flowLog, @ForAll @IntRange(max = 600) int boundSeconds, @ForAll long seed)
      throws Exception {
    Fixture fixture = FIXTURES.get(flowLog ? LogFormat.VPC_FLOW_LOG : LogFormat.JSON);
    long bound = boundSeconds * 1000L;

    List<ScoredWindow> shuffled =
        throughTheJob(shuffled(fixture.flows(), bound, seed), bound, fixture, seed);

    assertThat(shuffled)
        .isEqualTo(throughTheJob(fixture.flows(), 0, fixture, ~seed))
        .anyMatch(window -> !window.view().evidence().targets().isEmpty());
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void theJobsWindowsOfTargetsGiveTheTrainersBitsInAnyOrder(
      @ForAll boolean flowLog, @ForAll @IntRange(max = 600) int boundSeconds, @ForAll long seed)
      throws Exception {
    Fixture fixture = FIXTURES.get(flowLog ? LogFormat.VPC_FLOW_LOG : LogFormat.JSON);
    Model model = fixture.model();
    long bound = boundSeconds * 1000L;
    List<FlowRecord> shuffled = shuffled(fixture.flows(), bound, seed);

    List<TargetView> expected =
        VectorExtraction.targets(fixture.flows(), model.window(), model.settings(), 0);

    assertThat(expected).hasSizeGreaterThan(200);
    assertThat(VectorExtraction.targets(shuffled, model.window(), model.settings(), bound))
        .isEqualTo(expected);
    assertThat(JobByHand.targets(shuffled, bound, model, seed))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  void theWholePipelineGivesTheTrainersBitsFromFilesInDisorder(@ForAll long seed) throws Exception {
    for (Map.Entry<LogFormat, Fixture> entry : FIXTURES.entrySet()) {
      Fixture fixture = entry.getValue();
      List<String> lines = new ArrayList<>(Files.readAllLines(fixture.log()));
      Collections.shuffle(lines, new Random(seed));
      Path shuffled = FlowLines.write(folder.resolve("shuffled"), lines);
      Path scores = folder.resolve("scores");

      Invocation run =
          Invocation.of(
              "backtest",
              "--model",
              fixture.modelFile(),
              "--input",
              shuffled,
              "--format",
              entry.getKey(),
              "--network",
              fixture.network(),
              "--scores",
              scores);

      assertThat(run.err()).isEmpty();
      assertThat(Files.readAllLines(scores)).isEqualTo(lines(fixture));
    }
  }

  private static Fixture fixture(LogFormat format, String window, String slide) throws IOException {
    Path log = folder.resolve("log." + format);
    run("generate", "--hours", "0.1", "--format", format, "--output", log, "--labels", log + "l");
    // As it is told to a job, which would have to learn, and then the first records differ by
    // order.
    Path network = interfaces(log, folder.resolve("network." + format));
    Path modelFile = folder.resolve("model." + format);
    run(
        "train",
        "--input",
        log,
        "--format",
        format,
        "--network",
        network,
        "--output",
        modelFile,
        "--window",
        window,
        "--slide",
        slide);
    Model model = ModelFile.read(modelFile);
    Flows flows = new Flows(new ArrayList<>());
    LogOptions options = LogOptions.of(format).in(NetworkOptions.ofFile(network));
    LogSurvey.of(List.of(log), options, TimeBounds.NONE, bytes -> {}).read(flows, bytes -> {});
    flows.list().sort(Comparator.comparingLong(FlowRecord::eventTime));
    List<FeatureVector> vectors =
        VectorExtraction.of(flows.list(), model.window(), model.settings(), 0);
    assertThat(vectors.size()).isGreaterThan(200);
    if (format == LogFormat.VPC_FLOW_LOG) {
      assertThat(flows.list()).anyMatch(flow -> flow.side() == Side.RESPONDER);
    }
    return new Fixture(log, network, modelFile, model, flows.list(), scored(vectors, model));
  }

  /** The network's description: what all records of a VPC log's interface have in common. */
  private static Path interfaces(Path log, Path file) throws IOException {
    Map<String, Set<String>> ends = new TreeMap<>();
    for (String line : Files.readAllLines(log)) {
      String[] fields = line.split(" ", -1);
      if (line.startsWith("2 ") && !fields[3].equals("-")) {
        ends.computeIfAbsent(fields[2], eni -> new HashSet<>(Set.of(fields[3], fields[4])))
            .retainAll(Set.of(fields[3], fields[4]));
      }
    }
    List<String> lines = new ArrayList<>(List.of("interfaces:"));
    ends.forEach(
        (eni, common) -> {
          if (common.size() == 1) {
            lines.add("  " + eni + ": " + common.iterator().next());
          }
        });
    return Files.write(file, lines);
  }

  private static void run(Object... arguments) {
    Invocation run = Invocation.of(arguments);
    assertThat(run.exit()).as(run.err()).isZero();
  }

  /** An order in which no flow lies further behind an earlier one than the bound. */
  private static List<FlowRecord> shuffled(List<FlowRecord> flows, long bound, long seed) {
    record Arrival(FlowRecord flow, long at) {}
    Random random = new Random(seed);
    return flows.stream()
        .map(
            flow ->
                new Arrival(flow, flow.eventTime() + (long) (random.nextDouble() * (bound + 1))))
        .sorted(Comparator.comparingLong(Arrival::at))
        .map(Arrival::flow)
        .toList();
  }

  private static List<ScoredWindow> throughTheJob(
      List<FlowRecord> flows, long bound, Fixture fixture, long seed) throws Exception {
    ShippedModel shipped = ShippedModel.of(Files.readAllBytes(fixture.modelFile()), "the model");
    return JobByHand.scores(flows, bound, shipped, seed).stream().sorted(ORDER).toList();
  }

  /** Without the evidence, which the trainer does not gather. */
  private static List<ScoredWindow> bare(List<ScoredWindow> windows) {
    return windows.stream()
        .map(
            window ->
                new ScoredWindow(
                    window.vector(),
                    window.score(),
                    window.label(),
                    window.alerting(),
                    window.modelId()))
        .toList();
  }

  private static final Comparator<ScoredWindow> ORDER =
      Comparator.comparingLong((ScoredWindow scored) -> scored.vector().windowStart())
          .thenComparing(scored -> scored.vector().source());

  private static List<ScoredWindow> scored(List<FeatureVector> vectors, Model model) {
    return vectors.stream().map(vector -> model.score(vector)).sorted(ORDER).toList();
  }

  private static List<String> lines(Fixture fixture) {
    return fixture.expected().stream()
        .map(
            scored ->
                new String(
                    ScoredWindowJson.toBytes(scored, fixture.model().transform().features()),
                    StandardCharsets.UTF_8))
        .toList();
  }

  /** Takes the flows of a log. */
  private record Flows(List<FlowRecord> list) implements EntryCollector {
    @Override
    public void flow(FlowRecord flow) {
      list.add(flow);
    }

    @Override
    public void setAside(SetAside reason, FlowRecord flow) {
      assertThat(reason).isEqualTo(SetAside.DUPLICATE_VANTAGE);
    }

    @Override
    public void deadLetter(
        DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
      throw new AssertionError(detail);
    }

    @Override
    public void ignored(Ignored reason) {}
  }
}
