package dev.weir.decode;

import dev.weir.flow.Truth;
import java.util.Set;

/**
 * How a labelled log says which flows are attacks. Any label that is in neither set is that of a
 * normal flow; a flow without a label is unknown.
 *
 * @param column where the label is
 * @param anomalous labels of attacks
 * @param ignored labels of flows that are left out
 */
record Labels(String column, Set<String> anomalous, Set<String> ignored) {

  Labels {
    anomalous = Set.copyOf(anomalous);
    ignored = Set.copyOf(ignored);
  }

  boolean ignores(String label) {
    return ignored.contains(label);
  }

  Truth truth(String label) {
    if (label.isEmpty()) {
      return Truth.UNKNOWN;
    }
    return anomalous.contains(label) ? Truth.ANOMALOUS : Truth.NORMAL;
  }
}
