package dev.weir.finding;

import dev.weir.feature.Feature;

/**
 * A flood that pours datagrams over the ports of a host, each of which gets few. Its ports are as
 * many as a scan's; but many more than probes of a scan have bytes, and hardly anything comes back.
 */
final class PouredFlood {

  /** A scan has more ports than what goes for a service, and so has this. */
  static final int FEW_PORTS = 3;

  /** The host itself, and a resolver or two. */
  private static final int FEW_ADDRESSES = 3;

  /** A SYN, its retries and a reset, or an empty datagram, have fewer bytes. */
  private static final int PROBE = 400;

  /** Of what is sent: acknowledgements of a transfer are half of it already. */
  private static final double HARDLY_ANY = 0.01;

  private PouredFlood() {}

  /** Whether the source's flows look like that, as far as the window has come, however many. */
  static boolean isShaped(SourceCase source) {
    double sent = source.known(Feature.BYTES_IN);
    return source.known(Feature.DISTINCT_DST_PORTS) > FEW_PORTS
        && source.known(Feature.DISTINCT_DST_IPS) <= FEW_ADDRESSES
        && sent > (double) PROBE * source.flows()
        && source.known(Feature.BYTES_OUT) <= HARDLY_ANY * sent;
  }
}
