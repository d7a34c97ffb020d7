package dev.weir.train.report;

import dev.weir.train.Figure;
import java.util.List;
import java.util.Map;

/**
 * All that a report shows, as one immutable value: {@code --summary-json} is this, and the page is
 * drawn from it.
 *
 * @param version of this document; 1
 * @param title of the page
 * @param headline the report in a paragraph
 * @param features statistics over all windows, their quantiles over {@code sampledWindows}
 * @param notes of sections that do not apply to this history: why, by section
 */
record Summary(
    int version,
    String title,
    String headline,
    Input input,
    List<FeatureTable.Row> features,
    long sampledWindows,
    List<Charts.Histogram> histograms,
    Charts.Correlation correlation,
    Timeline.Rhythm rhythm,
    long momentMillis,
    List<Timeline.Moment> moments,
    Scores scores,
    List<CountryTable.Country> countries,
    long flowsOfUnknownCountry,
    List<PortTable.Port> ports,
    OtherPorts otherPorts,
    List<PortTable.Interaction> interactions,
    List<String> leadingFeatures,
    Charts.Points points,
    List<SourceTable.Row> sources,
    List<Cases.Count> findings,
    List<Cases.Case> cases,
    List<SourceTable.Row> offenders,
    List<SourceTable.Row> senders,
    List<Spike> spikes,
    List<CountryTable.Country> hotSpots,
    Recommendations recommendations,
    ModelFacts model,
    About.Sections sections,
    List<String> warnings,
    Map<String, String> notes) {

  /**
   * The input's accounting: entries = flows + dead letters + ignored, and flows = windowed + late +
   * set aside.
   *
   * @param initiatedFlows those of the windowed flows that a source started; the others are answers
   * @param missing flows that lack a field, by field
   */
  record Input(
      List<String> files,
      String format,
      long entries,
      long flows,
      long deadLetters,
      long ignored,
      long windowed,
      long late,
      long setAside,
      Map<String, Long> deadLettersByReason,
      Map<String, Long> ignoredByReason,
      Map<String, Long> setAsideByReason,
      Map<String, Long> repaired,
      Map<String, Long> missing,
      String first,
      String last,
      String span,
      String window,
      long windows,
      long anomalousWindows,
      long alertingWindows,
      long initiatedFlows,
      double bytesIn,
      double bytesOut,
      long sources,
      long anomalousSources,
      long countries,
      long ports) {}

  /**
   * Windows by score.
   *
   * @param step width of a bin, the first from 0
   * @param counts windows of each bin
   * @param anomalous those of them that are labelled so
   */
  record Scores(
      double step,
      long[] counts,
      long[] anomalous,
      double labelThreshold,
      double alertThreshold,
      double max) {}

  /** Flows that the table of ports does not list one by one. */
  record OtherPorts(long flows, long suspiciousFlows) {}

  /**
   * Much more to a port where one logs in than is usual.
   *
   * @param usual mean over the history of as long a time
   */
  record Spike(int port, String start, long flows, double usual) {}

  /** The model and how to make it again. */
  record ModelFacts(
      String id,
      String command,
      List<String> features,
      List<String> droppedFeatures,
      List<Figure> parameters) {}
}
