package dev.weir.bench.pipeline;

import java.util.SplittableRandom;

/**
 * The flows of one partition. Half of the sources are hosts of the own network that call out, half
 * are visitors to its servers; each has a few peers of its own. Not thread-safe.
 */
public final class Flows {

  /** Multiplied by this odd number, a source's number gives an address that nobody else has. */
  private static final int SCRAMBLE = 0x9E3779B1;

  private static final int HOST_BITS = 0xFFFFFF;
  private static final int OWN_NETWORK = 10 << 24;
  private static final int SERVERS = 200;
  private static final int MOST_PEERS = 24;
  private static final int FIRST_EPHEMERAL = 32_768;
  private static final int EPHEMERAL = 28_000;
  private static final int[] PORTS = {443, 443, 443, 443, 80, 53, 53, 22, 25, 993};
  private static final int LONGEST_MILLIS = 8_000;

  private final Traffic traffic;
  private final int partitions;
  private final SplittableRandom random;
  private final Flow flow = new Flow();
  private long index;

  Flows(Traffic traffic, int partition, int partitions) {
    this.traffic = traffic;
    this.partitions = partitions;
    this.index = partition;
    this.random = new SplittableRandom(traffic.seed() * 1_000_003 + partition);
  }

  /** Whether there is another. */
  boolean hasNext() {
    return index < traffic.records();
  }

  /** Where the next stands among the flows of all partitions. */
  long index() {
    return index;
  }

  /** The next, which is the same object every time. */
  Flow next() {
    int source = traffic.sources().next(random, index);
    ends(source);
    times();
    volume();
    flow.accepted = random.nextInt(20) != 0;
    flow.responseCode = flow.accepted ? (random.nextInt(12) == 0 ? 404 : 200) : 403;
    index += partitions;
    return flow;
  }

  private void ends(int source) {
    boolean inside = source % 2 == 0;
    int scrambled = source * SCRAMBLE & HOST_BITS;
    int peer = random.nextInt(1 + source % MOST_PEERS);
    int peerHash = (source * 31 + peer) * SCRAMBLE;
    if (inside) {
      flow.srcIp = OWN_NETWORK | scrambled;
      flow.dstIp = ((128 + (peerHash >>> 27)) << 24) | ((peerHash >>> 3) & HOST_BITS);
      flow.ownIp = flow.srcIp;
    } else {
      flow.srcIp = ((64 + ((source >>> 1) & 31)) << 24) | scrambled;
      flow.dstIp = OWN_NETWORK | (255 << 16) | Math.floorMod(peerHash >>> 5, SERVERS);
      flow.ownIp = flow.dstIp;
    }
    flow.srcPort = FIRST_EPHEMERAL + random.nextInt(EPHEMERAL);
    flow.dstPort = inside ? PORTS[random.nextInt(PORTS.length)] : 443;
    flow.country = Flow.COUNTRIES[inside ? 0 : scrambled % Flow.COUNTRIES.length];
  }

  private void times() {
    long at = traffic.start() + (long) ((double) index / traffic.records() * traffic.span());
    flow.end = at - (traffic.disorder() == 0 ? 0 : random.nextLong(traffic.disorder()));
    flow.start = flow.end - 1 - random.nextInt(LONGEST_MILLIS);
  }

  private void volume() {
    flow.bytesIn = 64L + random.nextInt(1 << (6 + random.nextInt(10)));
    flow.bytesOut = 64L + random.nextInt(1 << (8 + random.nextInt(12)));
    flow.packets = 2 + (flow.bytesIn + flow.bytesOut) / 900;
  }
}
