package dev.weir.job.operator;

import dev.weir.feature.FeatureVector;
import dev.weir.model.Model;
import dev.weir.model.ScoredWindow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Scores each window as it closes. An operator of its own, so that models can change beside it. */
public final class Scorer extends RichMapFunction<FeatureVector, ScoredWindow> {

  private static final long serialVersionUID = 1L;

  private final ShippedModel shipped;
  private transient Model model;

  /** Scores by that model. */
  public Scorer(ShippedModel shipped) {
    this.shipped = shipped;
  }

  @Override
  public void open(OpenContext context) {
    model = shipped.model();
  }

  @Override
  public ScoredWindow map(FeatureVector vector) {
    return model.score(vector);
  }
}
