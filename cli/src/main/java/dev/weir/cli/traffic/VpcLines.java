package dev.weir.cli.traffic;

import dev.weir.flow.Action;

/** Lines of a VPC flow log, version 2: one for each direction of what an interface saw. */
final class VpcLines {
  private final LineBuffer line = new LineBuffer();
  private final String account;

  VpcLines(long seed) {
    account = Long.toString(100_000_000_000L + (Dice.of(seed, "account", 0, 0).bits() >>> 26));
  }

  /** The initiator's direction. */
  byte[] request(
      String networkInterface, Path path, Wire wire, long start, long end, Action action) {
    begin(networkInterface);
    line.text(path.source().ip()).symbol(' ').text(path.target().ip());
    ports(path.sourcePort(), path.targetPort());
    return finish(path, wire.packetsIn(), wire.bytesIn(), start, end, action);
  }

  /** The responder's direction. */
  byte[] response(
      String networkInterface, Path path, Wire wire, long start, long end, Action action) {
    begin(networkInterface);
    line.text(path.target().ip()).symbol(' ').text(path.source().ip());
    ports(path.targetPort(), path.sourcePort());
    return finish(path, wire.packetsOut(), wire.bytesOut(), start, end, action);
  }

  /** An interval in which an interface saw nothing. */
  byte[] noData(String networkInterface, long start, long end) {
    begin(networkInterface);
    line.text("- - - - - - - ").number(start / 1000).symbol(' ').number(end / 1000);
    return line.text(" - NODATA").toBytes();
  }

  private void begin(String networkInterface) {
    line.clear().text("2 ").text(account).symbol(' ').text(networkInterface).symbol(' ');
  }

  private void ports(int from, int to) {
    line.symbol(' ').number(from).symbol(' ').number(to);
  }

  private byte[] finish(Path path, long packets, long bytes, long start, long end, Action action) {
    line.symbol(' ').number(path.service().transport().number());
    line.symbol(' ').number(packets).symbol(' ').number(bytes);
    line.symbol(' ').number(start / 1000).symbol(' ').number(end / 1000);
    return line.symbol(' ').text(action.name()).text(" OK").toBytes();
  }
}
