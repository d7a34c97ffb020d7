package dev.weir.bench.growth;

import java.util.Locale;

/** What can grow. */
public enum Part {
  /** Sources that are active at once. */
  SOURCES,
  /** Windows that close at once. */
  CLOSING,
  /** Task slots. */
  SLOTS,
  /** One source's share of all flows. */
  HOT,
  /** Windows that a flow belongs to. */
  SLIDE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
