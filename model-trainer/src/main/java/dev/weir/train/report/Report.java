package dev.weir.train.report;

/** The report of an inspection that has ended, as files hold it. */
public final class Report {

  private final Summary summary;

  private Report(Summary summary) {
    this.summary = summary;
  }

  /** Sums up; the inspection must have seen the whole history. */
  public static Report of(Inspection seen, About about) {
    return new Report(Summaries.of(seen, about));
  }

  /** The page: HTML that opens without a network. */
  public byte[] page() {
    return ReportPage.bytes(summary);
  }

  /** What the page shows, as JSON. */
  public byte[] summaryJson() {
    return SummaryJson.bytes(summary);
  }
}
