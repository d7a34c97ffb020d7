package dev.weir.bench.growth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.bench.pipeline.Backend;
import dev.weir.bench.pipeline.Broker;
import dev.weir.bench.pipeline.Cluster;
import dev.weir.bench.pipeline.FlowText;
import dev.weir.bench.pipeline.Loader;
import dev.weir.bench.pipeline.Sources;
import dev.weir.bench.pipeline.Traffic;
import dev.weir.bench.pipeline.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The job in harder cases, always JSON, each beside an easier one in the same rounds. */
final class Growth {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FlowText TEXT = FlowText.JSON;
  private static final int SLOTS = 2;
  private static final double HOT_SHARE = 0.9;
  private static final List<String> SLIDING = List.of("--window=1m", "--slide=10s");

  /** Beyond so many active sources the benchmark's heap, 3 GiB, is too small for their state. */
  private static final int MOST_ON_HEAP = 1_000_000;

  private final Broker broker;
  private final Workload workload;
  private final Path model;
  private final Series series;

  Growth(Broker broker, Workload workload, int rounds, Consumer<String> progress) throws Exception {
    this.broker = broker;
    this.workload = workload;
    this.model = workload.model(TEXT);
    this.series = new Series(broker, TEXT, rounds, progress);
  }

  /**
   * So many sources that open a window each, every source in turn, on the heap as far as it holds
   * them and in RocksDB; the base is the smallest number.
   */
  ObjectNode sources(List<Integer> active) throws Exception {
    List<Case> cases = new ArrayList<>();
    List<String> topics = new ArrayList<>();
    for (int count : active) {
      Traffic traffic =
          workload
              .traffic(TEXT)
              .from(Sources.each(count))
              .inOneWindow(Math.max(workload.records(), count));
      String topic = load("active-" + count, traffic);
      topics.add(topic);
      for (Backend backend : Backend.values()) {
        if (backend == Backend.ROCKSDB || count <= MOST_ON_HEAP) {
          String base = backend + "_" + active.get(0);
          cases.add(new Case(backend + "_" + count, base, SLOTS, backend, topic, traffic, model));
        }
      }
    }
    return measured(cases, topics);
  }

  /** Milliseconds until the last of so many windows that close at once is told of, by backend. */
  ObjectNode closing(int windows) throws Exception {
    ObjectNode out = JSON.createObjectNode();
    try (Cluster cluster = Cluster.start(SLOTS)) {
      for (Backend backend : Backend.values()) {
        out.set(
            backend.toString(),
            new ClosingAtOnce(broker, cluster, model).measure(windows, backend, series.rounds()));
      }
    }
    return out;
  }

  /** The usual load, by number of slots; the base is the first. */
  ObjectNode slots(List<Integer> counts) throws Exception {
    Traffic traffic = workload.traffic(TEXT);
    String topic = load("slots", traffic);
    String base = counts.get(0).toString();
    return measured(
        counts.stream()
            .map(n -> new Case(n.toString(), base, n, Backend.HEAP, topic, traffic, model))
            .toList(),
        List.of(topic));
  }

  /** One source that sends nine of ten flows, beside the usual shares. */
  ObjectNode hot() throws Exception {
    Traffic usual = workload.traffic(TEXT);
    return beside(usual, usual.from(Sources.hot(HOT_SHARE, usual.sources())), model);
  }

  /** Windows that slide by a sixth of their length, beside such as don't overlap. */
  ObjectNode slide() throws Exception {
    Traffic usual = workload.traffic(TEXT);
    return beside(usual, usual, workload.model(TEXT, "-sliding", SLIDING));
  }

  private ObjectNode beside(Traffic usual, Traffic hard, Path hardModel) throws Exception {
    String usualTopic = load("usual", usual);
    String hardTopic = hard.equals(usual) ? usualTopic : load("hard", hard);
    List<Case> cases = new ArrayList<>();
    for (Backend backend : Backend.values()) {
      String base = "usual_" + backend;
      cases.add(new Case(base, base, SLOTS, backend, usualTopic, usual, model));
      cases.add(new Case(backend.toString(), base, SLOTS, backend, hardTopic, hard, hardModel));
    }
    return measured(cases, List.of(usualTopic, hardTopic));
  }

  private ObjectNode measured(List<Case> cases, List<String> topics) throws Exception {
    try {
      return series.measure(cases, workload.records());
    } finally {
      broker.delete(topics.stream().distinct().toList());
    }
  }

  private String load(String topic, Traffic traffic) throws Exception {
    broker.create(topic);
    Loader.load(broker, topic, traffic, TEXT);
    return topic;
  }
}
