package dev.weir.bench.micro;

import dev.weir.bench.pipeline.Sources;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * One flow of made-up traffic from clients to servers, in plain values: what {@link Messages}
 * writes in every format.
 */
record SampleFlow(
    String client,
    String server,
    int serverNumber,
    int clientPort,
    int serverPort,
    long bytesIn,
    long bytesOut,
    int packets,
    Instant start,
    Instant end,
    boolean accepted,
    boolean answer,
    String country) {

  /** Distinct clients, of which few send most. */
  static final int CLIENTS = 50_000;

  private static final int SERVERS = 2_000;
  private static final Sources CLIENT = Sources.zipf(CLIENTS);
  private static final Sources SERVER = Sources.zipf(SERVERS);
  private static final int[] PORTS = {443, 443, 443, 80, 22, 53, 3306, 8443};
  private static final String[] COUNTRIES = {"AE", "US", "DE", "IN", "CN", "BR", "FR", "JP"};
  private static final Instant FIRST = Instant.parse("2024-04-25T23:00:00Z");

  static SampleFlow draw(SplittableRandom random) {
    int client = CLIENT.next(random, 0);
    int server = SERVER.next(random, 0);
    Instant start = FIRST.plusSeconds(random.nextInt(600));
    return new SampleFlow(
        address(client),
        "10.0." + (server >> 8) + "." + (server & 0xFF),
        server,
        random.nextInt(32_768, 61_000),
        PORTS[random.nextInt(PORTS.length)],
        random.nextInt(40, 1 << random.nextInt(6, 20)),
        random.nextInt(40, 1 << random.nextInt(6, 24)),
        random.nextInt(1, 200),
        start,
        start.plusSeconds(random.nextInt(60)),
        random.nextInt(20) > 0,
        random.nextBoolean(),
        COUNTRIES[client % COUNTRIES.length]);
  }

  /** Half of the clients are in private networks; addresses lie apart as those of hosts do. */
  private static String address(int client) {
    int spread = client * 0x9E3779B1;
    int third = spread >>> 24;
    int fourth = (spread >>> 16) & 0xFF;
    return client % 2 == 0
        ? "172.16." + (client >> 8) + "." + (client & 0xFF)
        : (client % 90 + 11) + "." + (client / 90 % 250) + "." + third + "." + fourth;
  }
}
