package dev.weir.finding;

import dev.weir.explain.Phrase;
import dev.weir.feature.Feature;
import dev.weir.feature.TargetKey;
import dev.weir.flow.OnOff;
import java.util.List;
import picocli.CommandLine.Option;

/** Rules of a firewall hit again and again. */
final class WafRuleBurst implements SourceFinding {

  private static final long serialVersionUID = 1L;

  /** A strange browser or an odd password hits one now and then. */
  @Option(
      names = "--finding.waf-rule-burst.min-hits",
      paramLabel = "N",
      defaultValue = "10",
      description = "Rules hit in a window that are too many, at least. Default: ${DEFAULT-VALUE}")
  private long minHits;

  /** Scans of the whole internet hit some every day; three times more is meant for you. */
  @Option(
      names = "--finding.waf-rule-burst.factor",
      paramLabel = "X",
      defaultValue = "3",
      description =
          "Times the 99.9th percentile of rules hit in training that are too many. "
              + "Default: ${DEFAULT-VALUE}")
  private double factor;

  @Option(
      names = "--finding.waf-rule-burst.any-label",
      paramLabel = "on|off",
      defaultValue = "off",
      description = "Speak of windows that the model labels normal, too. Default: ${DEFAULT-VALUE}")
  private OnOff anyLabel;

  @Override
  public Description description() {
    return new Description(
        "waf-rule-burst",
        "Burst of firewall rules",
        List.of(Kind.SOURCE),
        Tier.DEED,
        50,
        true,
        true,
        true,
        new Techniques(Attack.VULNERABILITY_SCANNING, null, null),
        "A source hits rules of a web application firewall, or of another filter whose rules "
            + "the log names, again and again: a search for holes.",
        "Rules hit reach `min-hits` and `factor` times the 99.9th percentile of training.",
        "Requests for pages that do not exist, with quotes, dots and commands in them, from "
            + "one address.",
        List.of(
            "a rule that is new or too strict, which everybody hits",
            "one's own scanner (list it under scanners, with its hours)",
            "editors of a site who post code",
            "crawlers that follow broken links"),
        "See which rules and pages, and whether any such request was let through and answered"
            + " with 200.");
  }

  @Override
  public Match match(SourceCase source, Baseline baseline) {
    double hits = source.known(Feature.RULE_HITS);
    Measure measure = Measure.of(hits, baseline.p999(Feature.RULE_HITS), (double) minHits, factor);
    if (!measure.lingers()) {
      return null;
    }
    TargetKey main = source.mainTarget();
    return new Match(
        "source.rule_hits",
        measure,
        main,
        baseline.places().direction(source.source(), main),
        Match.NETWORK,
        Phrase.count("rule hit", "rules hit").in(source.millis()));
  }

  @Override
  public boolean anyLabel() {
    return anyLabel.isOn();
  }
}
