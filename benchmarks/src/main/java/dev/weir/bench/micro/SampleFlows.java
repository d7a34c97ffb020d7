package dev.weir.bench.micro;

import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;
import java.util.SplittableRandom;

/** Flows of one source within one minute, the same in every run. */
final class SampleFlows {

  /** When the minute begins, epoch milliseconds. */
  static final long START = 1_772_409_600_000L;

  private static final int MINUTE = 60_000;
  private static final int[] PORTS = {443, 443, 443, 80, 53, 22, 25, 993};

  private SampleFlows() {}

  static FlowRecord[] of(int count) {
    SplittableRandom random = new SplittableRandom(1);
    FlowRecord[] flows = new FlowRecord[count];
    for (int i = 0; i < count; i++) {
      long end = START + 1 + random.nextInt(MINUTE - 1);
      flows[i] =
          FlowRecord.builder()
              .scope("vpc-1")
              .srcIp("10.1.2.3")
              .dstIp("203.0.113." + random.nextInt(24))
              .srcPort(32_768 + random.nextInt(28_000))
              .dstPort(PORTS[random.nextInt(PORTS.length)])
              .protocol(6)
              .bytesIn(random.nextInt(1 << 16))
              .bytesOut(random.nextInt(1 << 20))
              .packets(2 + random.nextInt(500))
              .start(end - random.nextInt(8_000))
              .end(end)
              .action(random.nextInt(20) == 0 ? Action.REJECT : Action.ACCEPT)
              .responseCode(200)
              .country("DE")
              .build();
    }
    return flows;
  }
}
