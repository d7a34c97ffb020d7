package dev.weir.model;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceView;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.UserException;
import dev.weir.network.NetworkSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All that scoring needs, as one immutable value: windows and features exactly as they were in
 * training, and what was normal then.
 *
 * @param id hash of the content: two models with one id are the same model
 * @param network how training placed flows: what scores must place them likewise
 * @param segments thresholds, baselines and forests, by where sources stand
 * @param targets what the target view was like
 */
public record Model(
    String id,
    WindowSpec window,
    FeatureSettings settings,
    NetworkSettings network,
    Transform transform,
    Segments segments,
    Frequencies frequencies,
    TargetBaseline targets,
    TrainingStatistics statistics) {

  /** Refuses a forest that sees other features than the transform gives. */
  public Model {
    for (Segment segment : segments.list()) {
      if (segment.forest().columns() != transform.columns()) {
        throw new IllegalArgumentException(
            "a forest of "
                + segment.forest().columns()
                + " columns behind a transform of "
                + transform.columns());
      }
    }
  }

  /** A model with one segment for every source. */
  public Model(
      String id,
      WindowSpec window,
      FeatureSettings settings,
      NetworkSettings network,
      Transform transform,
      Segment segment,
      Frequencies frequencies,
      TargetBaseline targets,
      TrainingStatistics statistics) {
    this(
        id,
        window,
        settings,
        network,
        transform,
        Segments.one(segment),
        frequencies,
        targets,
        statistics);
  }

  /** The segment of all sources. */
  public Segment segment() {
    return segments.all();
  }

  /** Scores a window and says what the score means. */
  public ScoredWindow score(SourceView view) {
    Segment segment = segments.of(view.vector().source());
    return judge(view, segment, segment.forest().score(transform.apply(view.vector())));
  }

  /** Scores a window of which no evidence is kept. */
  public ScoredWindow score(FeatureVector vector) {
    return score(SourceView.of(vector));
  }

  /** Scores windows together, in their order; to the bit as each by itself, and in less time. */
  public List<ScoredWindow> score(List<SourceView> views) {
    double[][] rows = new double[views.size()][];
    Arrays.setAll(rows, i -> transform.apply(views.get(i).vector()));
    int[] of = segments.places(views);
    double[] scores = segments.score(rows, of);
    return IntStream.range(0, scores.length)
        .mapToObj(i -> judge(views.get(i), segments.list().get(of[i]), scores[i]))
        .toList();
  }

  private ScoredWindow judge(SourceView view, Segment segment, double score) {
    int label = score > segment.labelThreshold() ? ScoredWindow.ANOMALOUS : ScoredWindow.NORMAL;
    return new ScoredWindow(view, score, label, score > segment.alertThreshold(), id);
  }

  /**
   * Refuses flows that are placed otherwise than in training: their features would not be those
   * that the model knows.
   *
   * @return what the user should know where the network is described in another way than then
   * @throws UserException naming the options that differ
   */
  public Optional<String> checkNetwork(NetworkSettings placed) {
    String trained = network.differencesFrom(placed);
    if (!trained.isEmpty()) {
      throw new UserException(
          "the model was trained with " + trained + "; give the same options, or train again");
    }
    return network.network().equals(placed.network())
        ? Optional.empty()
        : Optional.of(
            "--network describes another network than the model was trained with;"
                + " where that changes what is counted, train again");
  }

  /** The same model under the id of its content. */
  Model withId(String newId) {
    return new Model(
        newId, window, settings, network, transform, segments, frequencies, targets, statistics);
  }
}
