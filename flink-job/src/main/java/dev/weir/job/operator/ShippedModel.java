package dev.weir.job.operator;

import dev.weir.model.Model;
import dev.weir.model.ModelFile;

/**
 * The model as it travels with the job graph: the file's own bytes, checked again where they
 * arrive.
 */
final class ShippedModel {

  private ShippedModel() {}

  static Model of(byte[] file) {
    return ModelFile.parse(file, "the job's model");
  }
}
