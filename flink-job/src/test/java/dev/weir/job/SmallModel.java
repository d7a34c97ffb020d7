package dev.weir.job;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.WindowSpec;
import dev.weir.job.operator.ShippedModel;
import dev.weir.model.FeatureBaseline;
import dev.weir.model.Forest;
import dev.weir.model.Frequencies;
import dev.weir.model.Histogram;
import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import dev.weir.model.Quantiles;
import dev.weir.model.Segment;
import dev.weir.model.TargetBaseline;
import dev.weir.model.TrainingStatistics;
import dev.weir.model.Transform;
import dev.weir.model.Tree;
import dev.weir.network.NetworkSettings;
import java.util.Arrays;
import java.util.List;

/** A model by hand: five flows in a window are anomalous, ten alert. */
public final class SmallModel {

  /** Flows of a window that is labelled anomalous. */
  public static final int ANOMALOUS_FLOWS = 5;

  /** Flows of a window that alerts. */
  public static final int ALERTING_FLOWS = 10;

  private SmallModel() {}

  /** The model's file. */
  public static byte[] file(WindowSpec window) {
    return ModelFile.toBytes(of(window));
  }

  /** The model as it travels. */
  public static ShippedModel shipped(WindowSpec window) {
    return ShippedModel.of(file(window), "the model");
  }

  /** The model under the id of its content. */
  public static Model of(WindowSpec window) {
    Transform transform = new Transform(List.of(Feature.FLOW_COUNT, Feature.BYTES_IN), false);
    // Scores of few, more and many flows: 0.47, 0.82 and 0.87.
    Tree tree =
        new Tree(
            new int[] {0, Tree.LEAF, 0, Tree.LEAF, Tree.LEAF},
            new double[] {ANOMALOUS_FLOWS, 0, ALERTING_FLOWS, 0, 0},
            new int[] {2, 0, 4, 0, 0},
            new int[] {256, 253, 3, 2, 1});
    double[] normal = {1, 2, 3};
    List<FeatureBaseline> baselines =
        Arrays.stream(Feature.values())
            .map(
                feature ->
                    new FeatureBaseline(
                        feature, 0, 0, Quantiles.ofSorted(normal), Histogram.ofSorted(normal)))
            .toList();
    Segment segment =
        new Segment(
            Segment.ALL,
            new Forest(2, 256, List.of(tree)),
            0.6,
            0.87,
            Quantiles.ofSorted(scores()),
            baselines);
    TrainingStatistics statistics =
        new TrainingStatistics(
            "json", 3, 3, 0, 0, 0, 3, 3, 1_000_000, 0, 60_000, 1, 0.05, 0, List.of());
    return ModelFile.identified(
        new Model(
            "",
            window,
            FeatureSettings.DEFAULT,
            NetworkSettings.DEFAULT,
            transform,
            segment,
            Frequencies.none(),
            TargetBaseline.NONE,
            statistics));
  }

  /** Those of few flows, and hardly another: what alerts is rare. */
  private static double[] scores() {
    double[] scores = new double[200];
    Arrays.fill(scores, 0.47);
    scores[199] = 0.48;
    return scores;
  }
}
