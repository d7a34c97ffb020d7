package dev.weir.train.report;

import dev.weir.train.Figure;
import java.util.List;

/**
 * What a report is to say beside what an inspection finds.
 *
 * @param inputs names of files and folders
 * @param command that makes the same model and report again, quoted for a shell
 * @param parameters of the fit
 * @param lateFlows flows that no window took
 * @param warnings of the training, each a sentence's worth
 * @param sections figures that other parts of the training offer
 */
public record About(
    List<String> inputs,
    String command,
    List<Figure> parameters,
    long lateFlows,
    List<String> warnings,
    Sections sections) {

  /** Keeps lists of its own. */
  public About {
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
    warnings = List.copyOf(warnings);
  }

  /** Figures by section; an empty list where there is nothing to say. */
  public record Sections(
      List<Figure> alarmRate,
      List<Figure> segments,
      List<Figure> evaluation,
      List<Figure> stability) {

    /** Of a training that offers none. */
    public static final Sections NONE = new Sections(List.of(), List.of(), List.of(), List.of());
  }
}
