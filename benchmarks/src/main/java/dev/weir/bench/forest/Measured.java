package dev.weir.bench.forest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.bench.Machine;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured at one width, by its keys in the results; NaN for what could not be had. Rates
 * are in rows per second of one thread's CPU time.
 */
final class Measured {

  private final Map<String, Double> values = new LinkedHashMap<>();

  private Measured() {}

  static Measured at(Grown grown, Optional<ScikitLearn> scikitLearn, Duration turn)
      throws Exception {
    Measured measured = new Measured();
    try (Contest contest = new Contest(grown)) {
      Race race = Race.run(contest.contenders(), turn);
      measured.weir(race);
      measured.others(race);
      measured.values.put("max_score_difference", contest.maxScoreDifference());
      measured.values.put("onnx_max_score_difference", contest.maxOnnxDifference());
      double rate = scikitLearn.isPresent() ? scikitLearn.get().rowsPerSecond(grown) : Double.NaN;
      measured.values.put("sklearn_rows_per_second", rate);
      measured.values.put("sklearn_ratio", race.rate(Contest.BATCH) / rate);
    }
    return measured;
  }

  private void weir(Race race) {
    values.put("smile_rows_per_second", race.rate(Contest.SMILE));
    values.put("single_rows_per_second", race.rate(Contest.SINGLE));
    values.put("batch_rows_per_second", race.rate(Contest.BATCH));
    values.put("nan_row_rows_per_second", race.rate(Contest.HOLES));
    values.put("single_ratio", race.ratio(Contest.SINGLE, Contest.SMILE));
    values.put("batch_ratio", race.ratio(Contest.BATCH, Contest.SMILE));
    values.put("nan_row_ratio", race.ratio(Contest.HOLES, Contest.BATCH));
  }

  private void others(Race race) {
    int best =
        Contest.ONNX_BATCHES.stream()
            .max(Comparator.comparingDouble(size -> race.rate(Contest.ONNX + size)))
            .orElseThrow();
    values.put("onnx_batch_rows", (double) best);
    values.put("onnx_rows_per_second", race.rate(Contest.ONNX + best));
    values.put("onnx_ratio", race.ratio(Contest.BATCH, Contest.ONNX + best));
    values.put("rcf_rows_per_second", race.rate(Contest.RANDOM_CUT));
    values.put("rcf_ratio", race.ratio(Contest.BATCH, Contest.RANDOM_CUT));
  }

  /** By key. */
  Map<String, Double> values() {
    return values;
  }

  /** As results have it: null for what could not be had. */
  ObjectNode toJson(Grown grown) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    values.forEach((key, value) -> out.put(key, value.isNaN() ? null : value));
    out.put("trees", grown.trees().size());
    out.put("subsample", grown.subsample());
    out.put("training_rows", grown.training().length);
    out.put("rows", grown.rows().length);
    out.put("rounds", Race.ROUNDS);
    Machine.here().describe(out);
    return out;
  }
}
