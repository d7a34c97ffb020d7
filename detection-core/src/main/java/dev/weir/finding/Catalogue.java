package dev.weir.finding;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The findings of one view with their descriptions, which are made once.
 *
 * @param entries in the order of documents
 */
record Catalogue<T extends Finding>(List<Entry<T>> entries) {

  /**
   * A finding.
   *
   * @param order its place among all
   */
  record Entry<T extends Finding>(T finding, Description description, int order) {}

  /** The one of that id; there must be one. */
  Entry<T> entry(String id) {
    return entries.stream()
        .filter(entry -> entry.description().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no finding " + id + " among these"));
  }

  static <T extends Finding> Catalogue<T> of(List<T> findings) {
    return new Catalogue<>(
        IntStream.range(0, findings.size())
            .mapToObj(i -> new Entry<>(findings.get(i), findings.get(i).description(), i))
            .toList());
  }
}
