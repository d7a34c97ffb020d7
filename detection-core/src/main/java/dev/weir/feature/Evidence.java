package dev.weir.feature;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person wants to see of a source's window beside its features. Bounded, and the same in
 * whatever order flows came: of many targets some are left out by their hash, not by chance.
 *
 * @param targets exact counts, most flows first; of more than fit a sample, in which those come
 *     first that the model does not know and those on ports where one logs in
 * @param otherTargets how many targets, about, are not among them
 * @param countries flows by the source's country
 * @param rules flows by rule
 */
public record Evidence(
    List<TargetCount> targets,
    long otherTargets,
    SortedMap<String, Long> countries,
    SortedMap<String, Long> rules) {

  /** Of a window of which nothing is kept. */
  public static final Evidence NONE =
      new Evidence(List.of(), 0, new TreeMap<>(), new TreeMap<>());

  /** Keeps collections of its own. */
  public Evidence {
    targets = List.copyOf(targets);
    countries = Collections.unmodifiableSortedMap(new TreeMap<>(countries));
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
  }
}
