package dev.weir.finding;

import dev.weir.flow.UsageException;
import java.io.Serializable;

/**
 * What is told of a finding of kind model.
 *
 * @param id of the catalogue
 * @param hours on end that it has to last; 1 and up
 * @param severity that it begins at
 * @param advice what to do
 */
public record ModelFinding(String id, int hours, int severity, String advice)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * As the catalogue has it.
   *
   * @param option that the hours come from
   * @throws UsageException where there are none
   */
  static ModelFinding of(Description about, String option, int hours) {
    if (hours < 1) {
      throw new UsageException(option + " must be 1 or more");
    }
    return new ModelFinding(about.id(), hours, about.baseSeverity(), about.advice());
  }
}
