package dev.weir.train.report;

import dev.weir.feature.Feature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why parts of a report do not apply to a history. */
final class Notes {

  private Notes() {}

  /** By section, a sentence each. */
  static Map<String, String> of(Summary.Input input, List<Feature> used) {
    Map<String, String> notes = new LinkedHashMap<>();
    long flows = input.flows() - input.setAside();
    if (input.countries() == 0) {
      notes.put(
          "countries",
          "no flow of this log names its source's country; --geo.mmdb finds countries by address");
    }
    if (input.ports() == 0) {
      notes.put("ports", "no flow of this log has a destination port");
    }
    if (input.missing().get("duration") == flows) {
      notes.put("offenders", "no flow of this log has both a start and an end, so none is short");
    }
    if (input.missing().get("bytes_in") == flows) {
      notes.put("senders", "no flow of this log counts the bytes that its source sent");
    } else if (input.missing().get("bytes_out") == flows) {
      notes.put("senders", "no flow of this log counts the bytes that came back");
    }
    if (used.size() < 2) {
      notes.put("correlation", "the forest sees one feature only");
    }
    return notes;
  }
}
