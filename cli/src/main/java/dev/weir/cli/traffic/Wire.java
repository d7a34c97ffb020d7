package dev.weir.cli.traffic;

/**
 * What a conversation is on the wire: packets and bytes with their headers, both ways.
 *
 * <p>TCP with timestamps, an acknowledgement for every second segment; bytes are counted from the
 * IP header on, as flow logs count them.
 */
record Wire(long bytesIn, long bytesOut, long packetsIn, long packetsOut) {
  private static final int TCP_HEADERS = 52;
  private static final int DATAGRAM_HEADERS = 28;
  private static final int SYN = 60;
  private static final int RESET = 40;

  static Wire of(Conversation talk) {
    return switch (talk.ending().outcome()) {
      case SERVED ->
          talk.path().service().transport() == Transport.TCP ? tcp(talk) : datagrams(talk);
      case RESET -> new Wire(SYN, RESET, 1, 1);
      case SILENT, REFUSED -> unanswered(talk);
    };
  }

  private static Wire tcp(Conversation talk) {
    long dataIn = segments(talk.payloadIn(), talk.path().service());
    long dataOut = segments(talk.payloadOut(), talk.path().service());
    long in = 3 + dataIn + (dataOut + 1) / 2;
    long out = 2 + dataOut + (dataIn + 1) / 2;
    return new Wire(
        talk.payloadIn() + TCP_HEADERS * in + 8,
        talk.payloadOut() + TCP_HEADERS * out + 8,
        in,
        out);
  }

  private static Wire datagrams(Conversation talk) {
    long in = Math.max(1, segments(talk.payloadIn(), talk.path().service()));
    long out = segments(talk.payloadOut(), talk.path().service());
    return new Wire(
        talk.payloadIn() + DATAGRAM_HEADERS * in,
        talk.payloadOut() + DATAGRAM_HEADERS * out,
        in,
        out);
  }

  private static Wire unanswered(Conversation talk) {
    long packet =
        talk.path().service().transport() == Transport.TCP
            ? SYN
            : DATAGRAM_HEADERS + Math.min(talk.payloadIn(), talk.path().service().segment());
    return new Wire(packet * talk.ending().attempts(), 0, talk.ending().attempts(), 0);
  }

  private static long segments(long payload, Service service) {
    return (payload + service.segment() - 1) / service.segment();
  }

  /** The share of this that lies between two moments of a conversation of {@code length}. */
  Wire part(long from, long to, long length) {
    return new Wire(
        part(bytesIn, from, to, length),
        part(bytesOut, from, to, length),
        part(packetsIn, from, to, length),
        part(packetsOut, from, to, length));
  }

  private static long part(long whole, long from, long to, long length) {
    return whole * to / length - whole * from / length;
  }

  /** Both directions' packets. */
  long packets() {
    return packetsIn + packetsOut;
  }

  boolean silent() {
    return packets() == 0;
  }
}
