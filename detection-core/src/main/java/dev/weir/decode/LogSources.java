package dev.weir.decode;

import java.util.List;

/** What decodes the events of a subscription, by where they were logged. */
final class LogSources {
  private final List<Rule> rules;
  private final Inner otherwise;

  /**
   * @param rules the first that matches counts
   * @param otherwise for events that none matches
   */
  LogSources(List<Rule> rules, Inner otherwise) {
    this.rules = List.copyOf(rules);
    this.otherwise = otherwise;
  }

  /** For events that were logged there. */
  Inner of(String owner, String logGroup) {
    for (Rule rule : rules) {
      if (rule.match.matches(owner, logGroup)) {
        return rule.inner;
      }
    }
    return otherwise;
  }

  /**
   * How events are read.
   *
   * @param scope of private source addresses; empty where record or owner tell
   */
  record Inner(FlowLogDecoder decoder, String scope) {}

  /** How events of some places are read. */
  record Rule(SourceMatch match, Inner inner) {}
}
