package dev.weir.cli.traffic;

/** Who talks to whom, and by what. */
record Path(Host source, Host target, Service service, int sourcePort, int targetPort) {
  private static final int FIRST_EPHEMERAL_PORT = 32768;
  private static final int EPHEMERAL_PORTS = 28232;

  /** To the service's own port, from an ephemeral one. */
  static Path of(Host source, Host target, Service service, Dice dice) {
    boolean ports = service.transport() != Transport.ICMP;
    int sourcePort = ports ? FIRST_EPHEMERAL_PORT + dice.below(EPHEMERAL_PORTS) : 0;
    return new Path(source, target, service, sourcePort, service.port());
  }

  Path withTargetPort(int port) {
    return new Path(source, target, service, sourcePort, port);
  }

  Path withSourcePort(int port) {
    return new Path(source, target, service, port, targetPort);
  }

  /** The host inside whose interface the log shows: the initiator, or else the responder. */
  Host vantage() {
    return source.inside() ? source : target;
  }
}
