package dev.weir.finding;

import java.util.Comparator;
import java.util.List;

/**
 * A finding that speaks, or nearly does.
 *
 * @param severity by its measure alone
 */
record Heard<T extends Finding>(Catalogue.Entry<T> entry, Match match, int severity) {

  static <T extends Finding> Heard<T> of(Catalogue.Entry<T> entry, Match match) {
    return new Heard<>(entry, match, Severity.byMeasure(entry.description(), match.measure()));
  }

  /** The most specific first, of equally specific ones the most severe, then as in documents. */
  static <T extends Finding> List<Heard<T>> ranked(List<Heard<T>> heard) {
    return heard.stream()
        .sorted(
            Comparator.comparing((Heard<T> one) -> one.description().tier())
                .thenComparing(Heard::severity, Comparator.reverseOrder())
                .thenComparing(one -> one.entry().order()))
        .toList();
  }

  /**
   * The ids of all but the first; that there is much, or that it is strange, needs no saying then.
   */
  static <T extends Finding> List<String> also(List<Heard<T>> ranked) {
    return ranked.stream()
        .skip(1)
        .map(Heard::description)
        .filter(description -> description.tier().compareTo(Tier.AMOUNT) < 0)
        .map(Description::id)
        .toList();
  }

  /** The highest severity; 0 of none. */
  static <T extends Finding> int worst(List<Heard<T>> heard) {
    return heard.stream().mapToInt(Heard::severity).max().orElse(0);
  }

  Description description() {
    return entry.description();
  }

  boolean holds() {
    return match.measure().holds();
  }
}
