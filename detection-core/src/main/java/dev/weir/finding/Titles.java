package dev.weir.finding;

import java.util.Map;
import java.util.stream.Collectors;

/** What findings are called in a few words, for schemas that ask for more than an id. */
public final class Titles {

  private static final Map<String, String> BY_ID =
      FindingOptions.of().all().stream()
          .map(Finding::description)
          .collect(Collectors.toUnmodifiableMap(Description::id, Description::title));

  private Titles() {}

  /** The title of a finding; of one that another version's catalogue has, its id. */
  public static String of(String finding) {
    return BY_ID.getOrDefault(finding, finding);
  }
}
