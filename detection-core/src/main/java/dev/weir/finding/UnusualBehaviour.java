package dev.weir.finding;

import dev.weir.explain.Phrase;
import dev.weir.feature.TargetKey;
import java.util.List;

/** Strange to the forest, and no name fits. */
final class UnusualBehaviour implements SourceFinding {

  private static final long serialVersionUID = 1L;

  @Override
  public Description description() {
    return new Description(
        Detection.UNUSUAL_BEHAVIOUR,
        "Unusual behaviour",
        List.of(Kind.SOURCE),
        Tier.NOTHING,
        0,
        false,
        true,
        true,
        Techniques.NONE,
        "The forest finds a window stranger than the alert threshold allows, and no other "
            + "finding fits. Its severity is that of the score alone.",
        "The score is above the model's alert threshold.",
        "As the explanation says: the features that set the window apart, and what would make"
            + " it normal.",
        List.of(
            "anything that is new since training: software, servers, people, holidays",
            "patch day and backups",
            "a model trained on too little history"),
        "Read the explanation; ask the owner of the source what it does. Train again where it"
            + " is there to stay.");
  }

  @Override
  public Match match(SourceCase source, Baseline baseline) {
    return source.early() || !source.window().alerting() ? null : of(source, baseline);
  }

  /** Of any window: it names nothing that could be measured. */
  static Match of(SourceCase source, Baseline baseline) {
    TargetKey main = source.mainTarget();
    return new Match(
        "source.score",
        new Measure(1, 0, 1, 1),
        main,
        baseline.places().direction(source.source(), main),
        Match.NETWORK,
        Phrase.count("score", "scores"));
  }

  @Override
  public boolean goesForTarget(Match match) {
    return false;
  }

  /** The alert threshold is never below the label's. */
  @Override
  public boolean anyLabel() {
    return false;
  }
}
