package dev.weir.finding;

import dev.weir.explain.Phrase;
import dev.weir.feature.Feature;
import dev.weir.feature.TargetKey;
import dev.weir.flow.OnOff;
import java.util.List;
import picocli.CommandLine.Option;

/** Much from a country that hardly ever calls. */
final class GeographicHotSpot implements SourceFinding {

  private static final long serialVersionUID = 1L;

  /** One in a thousand: a country with customers has more. */
  @Option(
      names = "--finding.geographic-hot-spot.max-share",
      paramLabel = "SHARE",
      defaultValue = "0.001",
      description =
          "Share of the history's flows that a country has at most to be unusual. "
              + "Default: ${DEFAULT-VALUE}")
  private double maxShare;

  /** With fewer a share of one in a thousand is a handful of flows, or chance. */
  @Option(
      names = "--finding.geographic-hot-spot.min-history",
      paramLabel = "N",
      defaultValue = "10000",
      description =
          "Flows with a country that the history needs, at least. Default: ${DEFAULT-" + "VALUE}")
  private long minHistory;

  /** A traveller who reads mail makes fewer. */
  @Option(
      names = "--finding.geographic-hot-spot.min-flows",
      paramLabel = "N",
      defaultValue = "30",
      description = "Flows in a window that are too many, at least. Default: ${DEFAULT-VALUE}")
  private long minFlows;

  @Option(
      names = "--finding.geographic-hot-spot.any-label",
      paramLabel = "on|off",
      defaultValue = "off",
      description = "Speak of windows that the model labels normal, too. Default: ${DEFAULT-VALUE}")
  private OnOff anyLabel;

  @Override
  public Description description() {
    return new Description(
        "geographic-hot-spot",
        "Geographic hot spot",
        List.of(Kind.SOURCE),
        Tier.HABIT,
        35,
        false,
        false,
        true,
        Techniques.NONE,
        "A source in a country that hardly ever calls does more than most sources do.",
        "The source's country has `max-share` of the history's flows at most, of `min-"
            + "history` flows with a country at least, and its flows reach `min-flows` and the 99th"
            + " percentile of training.",
        "One address, or several of one provider, from a country without customers or staff.",
        List.of(
            "travellers and people who moved",
            "exits of VPNs and mobile providers, which are placed wrongly",
            "CDNs and clouds that answer from elsewhere",
            "a new market"),
        "See what was asked for and whether a login succeeded. Check the country by another "
            + "database before acting on it.");
  }

  @Override
  public Match match(SourceCase source, Baseline baseline) {
    if (source.early() || source.flows() < Measure.LINGERING * minFlows) {
      return null;
    }
    String country = source.country();
    if (country.isEmpty()
        || baseline.countryFlows() < minHistory
        || !(baseline.countryShare(country) <= maxShare)
        || !baseline.places().isOutside(source.source().address())) {
      return null;
    }
    TargetKey main = source.mainTarget();
    String where = " from " + country;
    return new Match(
        "source.flows_from_country",
        Measure.of((double) source.flows(), baseline.p99(Feature.FLOW_COUNT), (double) minFlows, 1),
        main,
        Direction.INWARD,
        Match.COMMON,
        Phrase.count("flow" + where, "flows" + where).in(source.millis()));
  }

  @Override
  public boolean anyLabel() {
    return anyLabel.isOn();
  }
}
