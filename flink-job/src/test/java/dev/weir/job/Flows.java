package dev.weir.job;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Flows for tests, of times within the first hours of the epoch. */
public final class Flows {

  private static final int SOURCES = 6;
  private static final int[] PORTS = {22, 53, 80, 443, 3389, 8080};

  private Flows() {}

  /** A flow of 1 ms whose event time is the given one. */
  public static FlowRecord at(String source, long eventTime) {
    return flow(source, eventTime).build();
  }

  /** Many of the same source and time. */
  public static List<FlowRecord> at(String source, long eventTime, int many) {
    List<FlowRecord> flows = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      flows.add(at(source, eventTime));
    }
    return flows;
  }

  /**
   * Flows of several sources and minutes, the busiest source first, in an order that lies less than
   * half a minute off that of their times.
   */
  public static List<FlowRecord> mixed(long seed, int many, long span) {
    Random random = new Random(seed);
    List<FlowRecord> flows = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      int source = (int) (SOURCES * random.nextDouble() * random.nextDouble());
      long time = Math.max(0, i * span / many - random.nextInt(29_000));
      flows.add(
          flow("10.0.0." + source, time)
              .dstPort(PORTS[random.nextInt(PORTS.length)])
              .bytesIn(random.nextInt(100_000))
              .bytesOut(random.nextInt(1_000_000))
              .build());
    }
    return flows;
  }

  private static FlowRecordBuilder flow(String source, long eventTime) {
    return FlowRecord.builder()
        .srcIp(source)
        .dstIp("192.0.2.1")
        .dstPort(443)
        .bytesIn(1000)
        .bytesOut(5000)
        .start(eventTime)
        .end(eventTime + 1);
  }
}
