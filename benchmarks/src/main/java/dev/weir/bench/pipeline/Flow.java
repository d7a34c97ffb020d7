package dev.weir.bench.pipeline;

/** One flow of the benchmark's traffic, made anew in place for every record. */
final class Flow {

  /** A country, as two letters. */
  static final String[] COUNTRIES = {"DE", "US", "FR", "NL", "GB", "BR", "IN", "CN"};

  int srcIp;
  int dstIp;
  int srcPort;
  int dstPort;

  /** Of the side that the network's own interface belongs to. */
  int ownIp;

  long bytesIn;
  long bytesOut;
  long packets;

  /** Epoch milliseconds. */
  long start;

  /** Epoch milliseconds, after the start. */
  long end;

  boolean accepted;
  int responseCode;
  String country;

  /** The time that windows go by, as in the product. */
  long eventTime() {
    return Math.max(start, end - 1);
  }
}
