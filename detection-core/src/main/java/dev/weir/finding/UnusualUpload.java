package dev.weir.finding;

import dev.weir.explain.Phrase;
import dev.weir.feature.Feature;
import dev.weir.flow.OnOff;
import java.util.List;
import picocli.CommandLine.Option;

/** More sent over the network's edge than anybody sends. */
final class UnusualUpload implements SourceFinding {

  private static final long serialVersionUID = 1L;

  /** What goes by mail, 25 MB at most providers, needs no other way out. */
  @Option(
      names = "--finding.unusual-upload.min-bytes",
      paramLabel = "BYTES",
      defaultValue = "25000000",
      description = "Bytes sent in a window that are too many, at least. Default: ${DEFAULT-VALUE}")
  private long minBytes;

  /**
   * The percentile moves with a few large uploads from one training day to the next: three times is
   * beyond that.
   */
  @Option(
      names = "--finding.unusual-upload.factor",
      paramLabel = "X",
      defaultValue = "3",
      description =
          "Times the 99.9th percentile of bytes sent in training that are too many. "
              + "Default: ${DEFAULT-VALUE}")
  private double factor;

  /** Acknowledgements are 2 to 5 %; calls, tunnels and synchronisation move alike both ways. */
  @Option(
      names = "--finding.unusual-upload.return-share",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description = "Bytes that come back, at most, per byte sent. Default: ${DEFAULT-VALUE}")
  private double returnShare;

  @Option(
      names = "--finding.unusual-upload.any-label",
      paramLabel = "on|off",
      defaultValue = "off",
      description = "Speak of windows that the model labels normal, too. Default: ${DEFAULT-VALUE}")
  private OnOff anyLabel;

  @Override
  public Description description() {
    return new Description(
        "unusual-upload",
        "Unusual upload",
        List.of(Kind.SOURCE),
        Tier.HABIT,
        45,
        false,
        false,
        false,
        new Techniques(null, Attack.WEB_EXFILTRATION, null),
        "A source sends far more over the network's edge than anybody does: to places that "
            + "are known, to many at once, or into the network.",
        "Bytes sent, but for those to targets that had a `factor`-th of them in training and those"
            + " from one host inside to another, reach `min-bytes` and `factor` times the 99.9th"
            + " percentile of training, with `return-share` of them back at most from where they"
            + " went.",
        "As exfiltration, but to a cloud that everybody uses, or from outside to a web "
            + "server.",
        List.of(
            "backups and synchronisation with the cloud",
            "uploads of films and disk images",
            "nightly jobs that run once a month",
            "log shipping that catches up"),
        "Ask the owner of the source what was sent, and whether the target's account is the "
            + "organisation's own.");
  }

  @Override
  public Match match(SourceCase source, Baseline baseline) {
    if (source.early() || source.known(Feature.BYTES_IN) < Measure.LINGERING * minBytes) {
      return null;
    }
    Upload upload = Upload.of(source, baseline, factor);
    Measure measure =
        Measure.of(upload.sent(), baseline.p999(Feature.BYTES_IN), (double) minBytes, factor);
    if (!measure.lingers() || upload.back() > returnShare * upload.sent()) {
      return null;
    }
    return new Match(
        "source.bytes_in",
        measure,
        upload.target(),
        baseline.places().direction(source.source(), upload.target()),
        Match.NETWORK,
        Phrase.bytes("sent").in(source.millis()));
  }

  @Override
  public boolean anyLabel() {
    return anyLabel.isOn();
  }
}
