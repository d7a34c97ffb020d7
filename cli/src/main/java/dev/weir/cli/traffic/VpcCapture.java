package dev.weir.cli.traffic;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Sees flows as VPC flow logs do: at every interface that they pass, in capture windows of a minute
 * that start at each interface's own second, delivered a minute and a half to four minutes after
 * the window's end.
 */
final class VpcCapture implements Iterator<LogLine> {
  static final int MIN_DELAY_MILLIS = 90_000;
  static final int MAX_DELAY_MILLIS = 240_000;

  /**
   * A quiet window is settled this long after its end: no record that touches it can still come.
   */
  private static final long SETTLED_MILLIS =
      Exporter.ACTIVE_TIMEOUT_MILLIS + Exporter.MAX_DELAY_MILLIS;

  /** Quiet windows are as many as sleeping machines have minutes; one in so many is written. */
  private static final double QUIET_SHOWN = 1 / 12.0;

  private static final int REMEMBERED_WINDOWS = 8;

  private final Iterator<TrafficFlow> flows;
  private final Network network;
  private final EmissionQueue<LogLine> queue;
  private final VpcLines lines;
  private final long from;
  private final long[][] busy;

  VpcCapture(TrafficGenerator generator, TrafficOptions options) {
    flows = generator;
    network = generator.network();
    from = options.startMillis();
    queue = new EmissionQueue<>(from);
    lines = new VpcLines(options.seed());
    busy = new long[network.hosts().size()][REMEMBERED_WINDOWS];
  }

  @Override
  public boolean hasNext() {
    while (!queue.hasReady() && (flows.hasNext() || queue.hasWaiting())) {
      if (flows.hasNext()) {
        take(flows.next());
      } else {
        queue.closeMinute();
      }
    }
    return queue.hasReady();
  }

  @Override
  public LogLine next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return queue.poll();
  }

  private void take(TrafficFlow flow) {
    while (flow.emitted() >= queue.currentMillis() + Clock.MINUTE) {
      long now = queue.currentMillis() + Clock.MINUTE;
      network.hosts().forEach(host -> quiet(host, now));
      queue.closeMinute();
    }
    captureAt(flow.path().source(), flow);
    captureAt(flow.path().target(), flow);
  }

  /** Nobody logs at hosts outside, nor at addresses inside that no host has. */
  private void captureAt(Host host, TrafficFlow flow) {
    if (!host.networkInterface().isEmpty()) {
      capture(flow, host);
    }
  }

  /** Cuts the flow where the interface's capture window ends. */
  private void capture(TrafficFlow flow, Host host) {
    long phase = phase(host);
    long length = flow.end() - flow.start();
    long at = flow.start();
    while (true) {
      long window = Math.floorDiv(at - phase, Clock.MINUTE);
      long windowEnd = (window + 1) * Clock.MINUTE + phase;
      long to = Math.min(flow.end(), windowEnd);
      busy[host.id()][(int) Math.floorMod(window, (long) REMEMBERED_WINDOWS)] = window;
      Wire part =
          length == 0
              ? flow.wire()
              : flow.wire().part(at - flow.start(), to - flow.start(), length);
      long lastSeen = to == flow.end() ? to : to - 1;
      write(flow, host, part, at, lastSeen, delivery(host, window, windowEnd));
      if (to == flow.end()) {
        return;
      }
      at = to;
    }
  }

  private void write(TrafficFlow flow, Host host, Wire part, long start, long end, long delivered) {
    String eni = host.networkInterface();
    if (part.packetsIn() > 0) {
      byte[] line = lines.request(eni, flow.path(), part, start, end, flow.action());
      queue.add(delivered, new LogLine(delivered, line));
    }
    if (part.packetsOut() > 0) {
      byte[] line = lines.response(eni, flow.path(), part, start, end, flow.action());
      queue.add(delivered, new LogLine(delivered, line));
    }
  }

  /** Now and then writes that the host's last settled window was quiet, if it was. */
  private void quiet(Host host, long now) {
    long phase = phase(host);
    long window = Math.floorDiv(now - SETTLED_MILLIS - phase, Clock.MINUTE) - 1;
    long start = window * Clock.MINUTE + phase;
    boolean seen =
        busy[host.id()][(int) Math.floorMod(window, (long) REMEMBERED_WINDOWS)] == window;
    Dice dice = Dice.of(network.seed(), "quiet", host.id(), window);
    if (start >= from && !seen && dice.chance(QUIET_SHOWN)) {
      long end = start + Clock.MINUTE;
      long delivered = now + dice.below(MAX_DELAY_MILLIS - 2 * (int) SETTLED_MILLIS);
      byte[] line = lines.noData(host.networkInterface(), start, end);
      queue.add(delivered, new LogLine(delivered, line));
    }
  }

  /** By how much the interface's windows start after the minute. */
  private long phase(Host host) {
    return Dice.of(network.seed(), "capture", host.id(), 0).below(60) * 1_000L;
  }

  /** What an interface saw in a window is delivered together. */
  private long delivery(Host host, long window, long windowEnd) {
    Dice dice = Dice.of(network.seed(), "delivery", host.id(), window);
    return windowEnd + MIN_DELAY_MILLIS + dice.below(MAX_DELAY_MILLIS - MIN_DELAY_MILLIS);
  }
}
