package dev.weir.bench.forest;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.weir.model.PathLength;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same trees in ONNX Runtime, on one thread. */
final class OnnxForest implements AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final int trees;
  private final double normalizer;

  OnnxForest(Grown grown) throws OrtException {
    trees = grown.trees().size();
    normalizer = PathLength.average(grown.subsample());
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(OnnxTrees.model(grown.columns(), grown.trees()), options);
    }
  }

  /** The rows as the runtime takes them, so that a caller is not charged for copying. */
  List<FloatBuffer> batches(double[][] rows, int size) {
    List<FloatBuffer> batches = new ArrayList<>();
    for (int from = 0; from < rows.length; from += size) {
      int to = Math.min(rows.length, from + size);
      FloatBuffer batch =
          ByteBuffer.allocateDirect((to - from) * rows[0].length * Float.BYTES)
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
      for (int i = from; i < to; i++) {
        for (double value : rows[i]) {
          batch.put((float) value);
        }
      }
      batches.add(batch.flip());
    }
    return batches;
  }

  /** The scores of a batch. */
  double[] score(FloatBuffer batch, int columns) throws OrtException {
    int rows = batch.limit() / columns;
    try (OnnxTensor input =
            OnnxTensor.createTensor(environment, batch, new long[] {rows, columns});
        OrtSession.Result result = session.run(Map.of("rows", input))) {
      FloatBuffer lengths = ((OnnxTensor) result.get(0)).getFloatBuffer();
      double[] scores = new double[rows];
      for (int i = 0; i < rows; i++) {
        scores[i] = Math.pow(2, -lengths.get(i) / trees / normalizer);
      }
      return scores;
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
