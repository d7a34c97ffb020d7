package dev.weir.train;

import dev.weir.feature.TargetView;
import dev.weir.model.Quantiles;
import dev.weir.model.TargetBaseline;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What was seen of targets in the history, in bounded space. */
final class TargetHistory {

  private final Reservoir<Size> sizes;
  private final TargetPeaks peaks = new TargetPeaks();
  private final FamiliarTargets familiar;
  private final ServerAddresses servers = new ServerAddresses();

  /** Samples as many windows of targets as of sources. */
  TargetHistory(FitOptions options) {
    sizes = new Reservoir<>(options.sampleSize(), Draws.TARGETS.random(options.seed()));
    familiar = new FamiliarTargets(options.window());
  }

  /** How much a window held. */
  private record Size(double flows, double bytesIn, double sources) {}

  /** Takes a window that has closed; in an order that depends on the history alone. */
  void add(TargetView view) {
    sizes.add(new Size(view.flows(), view.bytesIn(), view.sources()));
    peaks.add(view);
    if (familiar.add(view)) {
      servers.add(view.target());
    }
  }

  /** Addresses that others come to for a service. */
  ServerAddresses servers() {
    return servers;
  }

  TargetBaseline toBaseline() {
    List<Size> sample = sizes.sample();
    return new TargetBaseline(
        quantiles(sample, Size::flows),
        quantiles(sample, Size::bytesIn),
        quantiles(sample, Size::sources),
        peaks.toMap(),
        familiar.toKnownTargets());
  }

  private static Quantiles quantiles(List<Size> sample, ToDoubleFunction<Size> measure) {
    return Quantiles.ofSorted(
        sample.stream()
            .mapToDouble(measure)
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray());
  }
}
