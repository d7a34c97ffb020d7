package dev.weir.job.operator;

import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/**
 * The model as it travels with the job graph: the file's own bytes, checked again where they
 * arrive, though once for all tasks of a job in one JVM.
 */
public final class ShippedModel implements Serializable {

  private static final long serialVersionUID = 1L;

  /** By id; weak, so that a model goes with the last task that scores by it. */
  private static final Map<String, WeakReference<Model>> PARSED = new HashMap<>();

  private final String id;
  private final byte[] file;

  private ShippedModel(String id, byte[] file) {
    this.id = id;
    this.file = file;
  }

  /**
   * Takes a model file along.
   *
   * @param name what errors call the file
   * @throws dev.weir.flow.UserException where it is no sound model
   */
  public static ShippedModel of(byte[] file, String name) {
    return new ShippedModel(ModelFile.parse(file, name).id(), file.clone());
  }

  /** The model, parsed at first. */
  public Model model() {
    synchronized (PARSED) {
      WeakReference<Model> parsed = PARSED.get(id);
      Model model = parsed == null ? null : parsed.get();
      if (model == null) {
        PARSED.values().removeIf(reference -> reference.get() == null);
        model = ModelFile.parse(file, "the job's model");
        PARSED.put(id, new WeakReference<>(model));
      }
      return model;
    }
  }
}
