package dev.weir.bench.growth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.bench.pipeline.Backend;
import dev.weir.bench.pipeline.Broker;
import dev.weir.bench.pipeline.Cluster;
import dev.weir.bench.pipeline.FlowText;
import dev.weir.bench.pipeline.Job;
import dev.weir.bench.pipeline.Loader;
import dev.weir.bench.pipeline.Measurement;
import dev.weir.bench.pipeline.Runner;
import dev.weir.bench.pipeline.Sources;
import dev.weir.bench.pipeline.Traffic;
import dev.weir.bench.pipeline.Workload;
import java.nio.file.Path;
import java.util.List;

/**
 * The job in harder cases, always JSON, and beside it in the same minute the usual case. Every
 * figure is of one run, after one to warm up.
 */
final class Growth {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FlowText TEXT = FlowText.JSON;
  private static final int SLOTS = 2;
  private static final double HOT_SHARE = 0.9;
  private static final List<String> SLIDING = List.of("--window=1m", "--slide=10s");

  private final Broker broker;
  private final Workload workload;
  private final Path model;

  Growth(Broker broker, Workload workload) throws Exception {
    this.broker = broker;
    this.workload = workload;
    this.model = workload.model(TEXT);
  }

  /** Records per second while so many sources open a window each, by number of sources. */
  ObjectNode sources(List<Integer> active) throws Exception {
    ObjectNode out = JSON.createObjectNode();
    try (Cluster cluster = Cluster.start(SLOTS)) {
      for (int i = 0; i < active.size(); i++) {
        int count = active.get(i);
        Traffic traffic =
            workload
                .traffic(TEXT)
                .from(Sources.each(count))
                .inOneWindow(Math.max(workload.records(), count));
        String topic = load("active-" + count, traffic);
        if (i == 0) {
          run(cluster, topic, traffic, Backend.ROCKSDB, model);
        }
        out.set(
            Integer.toString(count), figures(run(cluster, topic, traffic, Backend.ROCKSDB, model)));
        broker.delete(List.of(topic));
      }
    }
    return out;
  }

  /** Seconds until the last of so many windows is scored that close at once, by backend. */
  ObjectNode closing(int windows) throws Exception {
    ObjectNode out = JSON.createObjectNode();
    try (Cluster cluster = Cluster.start(SLOTS)) {
      for (Backend backend : Backend.values()) {
        out.set(
            backend.toString(),
            new ClosingAtOnce(broker, cluster, model).measure(windows, backend));
      }
    }
    return out;
  }

  /** Records per second, by number of slots. */
  ObjectNode slots(List<Integer> counts) throws Exception {
    ObjectNode out = JSON.createObjectNode();
    Traffic traffic = workload.traffic(TEXT);
    String topic = load("slots", traffic);
    for (int count : counts) {
      try (Cluster cluster = Cluster.start(count)) {
        run(cluster, topic, traffic, Backend.HEAP, model);
        out.set(
            Integer.toString(count), figures(run(cluster, topic, traffic, Backend.HEAP, model)));
      }
    }
    broker.delete(List.of(topic));
    return out;
  }

  /** One source that sends nine of ten flows, beside the usual shares. */
  ObjectNode hot() throws Exception {
    Traffic usual = workload.traffic(TEXT);
    return beside(usual, model, usual.from(Sources.hot(HOT_SHARE, usual.sources())), model);
  }

  /** Windows that slide by a sixth of their length, beside such as don't overlap. */
  ObjectNode slide() throws Exception {
    Traffic usual = workload.traffic(TEXT);
    return beside(usual, model, usual, workload.model(TEXT, "-sliding", SLIDING));
  }

  private ObjectNode beside(Traffic usual, Path usualModel, Traffic hard, Path hardModel)
      throws Exception {
    String usualTopic = load("usual", usual);
    String hardTopic = load("hard", hard);
    ObjectNode out = JSON.createObjectNode();
    try (Cluster cluster = Cluster.start(SLOTS)) {
      for (Backend backend : Backend.values()) {
        run(cluster, usualTopic, usual, backend, usualModel);
        Measurement base = run(cluster, usualTopic, usual, backend, usualModel);
        Measurement run = run(cluster, hardTopic, hard, backend, hardModel);
        ObjectNode figures = figures(run);
        figures.put("ratio_to_usual", run.recordsPerSecond() / base.recordsPerSecond());
        out.set(backend.toString(), figures);
      }
    }
    broker.delete(List.of(usualTopic, hardTopic));
    return out;
  }

  private String load(String topic, Traffic traffic) throws Exception {
    broker.create(topic);
    Loader.load(broker, topic, traffic, TEXT);
    return topic;
  }

  private Measurement run(Cluster cluster, String topic, Traffic traffic, Backend backend, Path by)
      throws Exception {
    return new Runner(broker, cluster)
        .run(new Job(broker, topic, TEXT, by), backend, traffic.records());
  }

  private static ObjectNode figures(Measurement run) {
    ObjectNode out = JSON.createObjectNode();
    out.put("records_per_second", Math.round(run.recordsPerSecond()));
    out.put("cpu_us_per_record", run.cpuMicrosPerRecord());
    out.put("windows_per_second", Math.round(run.windowsPerSecond()));
    out.put("records", run.records());
    out.put("windows", run.windows());
    out.put("gc_time_ms", run.gcMillis());
    return out;
  }
}
