package dev.weir.model;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
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
 * @param segment the one segment so far
 */
public record Model(
    String id,
    WindowSpec window,
    FeatureSettings settings,
    NetworkSettings network,
    Transform transform,
    Segment segment,
    Frequencies frequencies,
    TrainingStatistics statistics) {

  /** Refuses a forest that sees other features than the transform gives. */
  public Model {
    if (segment.forest().columns() != transform.columns()) {
      throw new IllegalArgumentException(
          "a forest of "
              + segment.forest().columns()
              + " columns behind a transform of "
              + transform.columns());
    }
  }

  /** Scores a window and says what the score means. */
  public ScoredWindow score(FeatureVector vector) {
    return judge(vector, segment.forest().score(transform.apply(vector)));
  }

  /** Scores windows together, in their order; to the bit as each by itself, and in less time. */
  public List<ScoredWindow> score(List<FeatureVector> vectors) {
    double[][] rows = new double[vectors.size()][];
    Arrays.setAll(rows, i -> transform.apply(vectors.get(i)));
    double[] scores = segment.forest().score(rows);
    return IntStream.range(0, scores.length)
        .mapToObj(i -> judge(vectors.get(i), scores[i]))
        .toList();
  }

  private ScoredWindow judge(FeatureVector vector, double score) {
    int label = score > segment.labelThreshold() ? ScoredWindow.ANOMALOUS : ScoredWindow.NORMAL;
    return new ScoredWindow(vector, score, label, score > segment.alertThreshold(), id);
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
    return new Model(newId, window, settings, network, transform, segment, frequencies, statistics);
  }
}
