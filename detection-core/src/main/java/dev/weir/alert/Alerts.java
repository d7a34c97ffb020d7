package dev.weir.alert;

import dev.weir.explain.Explainer;
import dev.weir.feature.FeatureVector;
import dev.weir.model.Model;
import dev.weir.model.ScoredWindow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes alerts of windows. */
public final class Alerts {

  private final Model model;
  private final Explainer explainer;

  /** Alerts by that model. */
  public Alerts(Model model) {
    this.model = model;
    this.explainer = new Explainer(model);
  }

  /** The alert of a window that the same model scored. */
  public Alert of(ScoredWindow window) {
    return new Alert(
        id(window), window, model.segment().alertThreshold(), explainer.explain(window));
  }

  private static String id(ScoredWindow window) {
    FeatureVector vector = window.vector();
    String name =
        String.join(
            "|",
            "source",
            vector.source().scope(),
            vector.source().address(),
            String.valueOf(vector.windowStart()),
            String.valueOf(vector.windowEnd()),
            window.modelId());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
