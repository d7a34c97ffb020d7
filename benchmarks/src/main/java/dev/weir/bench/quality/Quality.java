package dev.weir.bench.quality;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.evaluation.Ranking;
import dev.weir.model.Forest;
import dev.weir.train.forest.ForestGrower;
import dev.weir.train.forest.ForestShape;
import java.util.SplittableRandom;

/**
 * How well forests of several seeds rank one set's rows, all of which they were grown from.
 *
 * @param set its name
 * @param auroc area under the ROC curve
 * @param auprc average precision
 */
record Quality(String set, int rows, int features, Spread auroc, Spread auprc) {

  /** Grows a forest for each seed, as large as scikit-learn's are by default. */
  static Quality of(LabelledSet set, int seeds) {
    double[] auroc = new double[seeds];
    double[] auprc = new double[seeds];
    for (int seed = 0; seed < seeds; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Forest forest =
          ForestGrower.grow(set.rows(), ForestShape.CLASSICAL, random.split(), random.split());
      Ranking ranking = Ranking.of(forest.score(set.rows()), set.anomalous());
      auroc[seed] = ranking.areaUnderRoc();
      auprc[seed] = ranking.averagePrecision();
    }
    return new Quality(
        set.name(), set.rows().length, set.rows()[0].length, Spread.of(auroc), Spread.of(auprc));
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("set", set)
        .put("rows", rows)
        .put("features", features)
        .put("auroc_mean", auroc.mean())
        .put("auroc_sd", auroc.deviation())
        .put("auprc_mean", auprc.mean())
        .put("auprc_sd", auprc.deviation());
  }
}
