package dev.weir.train.report;

import dev.weir.explain.Explainer;
import dev.weir.explain.Quantity;
import dev.weir.feature.Feature;
import dev.weir.model.Model;
import dev.weir.model.TrainingStatistics;
import dev.weir.train.Figure;
import dev.weir.train.report.CountryTable.Country;
import dev.weir.train.report.PortTable.Port;
import dev.weir.train.report.Timeline.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Makes the summary of an inspection that has ended. */
final class Summaries {

  private static final int SOURCES = 20;
  private static final int CASES = 60;
  private static final int PORTS = 25;
  private static final int ROWS = 15;
  private static final int COLUMNS = 12;
  private static final int LEADING = 4;

  /** Below so many windows the share of a country is chance. */
  private static final int HOT_WINDOWS = 20;

  private final Inspection seen;
  private final About about;
  private final Model model;
  private final TrainingStatistics statistics;

  private Summaries(Inspection seen, About about) {
    this.seen = seen;
    this.about = about;
    this.model = seen.model();
    this.statistics = model.statistics();
  }

  static Summary of(Inspection seen, About about) {
    return new Summaries(seen, about).summary();
  }

  private Summary summary() {
    Explainer explainer = seen.explainer();
    List<SourceTable.Row> sources = seen.sources().strangest(SOURCES, explainer);
    List<Cases.Case> cases = seen.cases().rows(CASES, explainer);
    List<Country> countries = seen.countries().rows();
    List<Port> ports = seen.ports().rows(PORTS);
    List<Country> hotSpots = hotSpots(countries);
    List<Moment> moments = seen.timeline().moments();
    Summary.Input input = input(countries);
    List<Feature> used = model.transform().features();
    return new Summary(
        1,
        "What the logs hold, and what is strange in them",
        Headline.of(input, sources, cases, statistics),
        input,
        seen.features().rows(seen.sample().vectors(), Set.copyOf(used)),
        seen.sample().all().size(),
        Charts.histograms(seen.sample().all()),
        Charts.Correlation.of(model.transform(), seen.sample().vectors()),
        seen.timeline().rhythm(),
        seen.timeline().length(),
        moments,
        scores(),
        countries,
        seen.countries().unknownFlows(),
        ports,
        otherPorts(ports),
        interactions(countries, ports),
        leading(used, sources),
        Charts.Points.of(used, seen.sample()),
        sources,
        seen.cases().counts(),
        cases,
        seen.sources().offenders(ROWS),
        seen.sources().senders(ROWS),
        spikes(moments),
        hotSpots,
        Recommendations.of(cases, sources, ports, hotSpots),
        model(),
        about.sections(),
        about.warnings(),
        Notes.of(input, used));
  }

  private Summary.Input input(List<Country> countries) {
    Accounting counted = seen.accounting();
    long deadLetters = Accounting.sum(counted.deadLetters());
    long ignored = Accounting.sum(counted.ignored());
    long setAside = Accounting.sum(counted.setAside());
    return new Summary.Input(
        about.inputs(),
        statistics.format(),
        counted.flows() + deadLetters + ignored,
        counted.flows(),
        deadLetters,
        ignored,
        counted.flows() - setAside - about.lateFlows(),
        about.lateFlows(),
        setAside,
        counted.deadLetters(),
        counted.ignored(),
        counted.setAside(),
        counted.repairs(),
        counted.missing(),
        Instant.ofEpochMilli(statistics.firstEventTime()).toString(),
        Instant.ofEpochMilli(statistics.lastEventTime()).toString(),
        Quantity.time(statistics.lastEventTime() - statistics.firstEventTime()),
        model.window().toString(),
        seen.sample().seen(),
        seen.scores().anomalous(),
        seen.scores().alerting(),
        seen.total().flows(),
        seen.total().bytesIn(),
        seen.total().bytesOut(),
        seen.total().sources(),
        seen.sources().size(),
        countries.size(),
        seen.ports().distinct());
  }

  private Summary.Scores scores() {
    return new Summary.Scores(
        ScoreHistogram.STEP,
        seen.scores().counts(),
        seen.scores().anomalousCounts(),
        model.segment().labelThreshold(),
        model.segment().alertThreshold(),
        seen.scores().max());
  }

  private Summary.OtherPorts otherPorts(List<Port> listed) {
    return new Summary.OtherPorts(
        seen.total().flows() - sum(listed, Port::flows),
        seen.total().suspiciousFlows() - sum(listed, Port::suspiciousFlows));
  }

  private static long sum(List<Port> ports, ToLongFunction<Port> count) {
    return ports.stream().mapToLong(count).sum();
  }

  private List<PortTable.Interaction> interactions(List<Country> countries, List<Port> ports) {
    return seen.ports()
        .interactions(
            countries.stream().limit(COLUMNS).map(Country::code).toList(),
            ports.stream().limit(COLUMNS).map(Port::port).toList());
  }

  /** The features that made the strangest sources strange, most of all first. */
  private static List<String> leading(List<Feature> used, List<SourceTable.Row> sources) {
    Map<String, Double> weights = new HashMap<>();
    sources.forEach(
        source ->
            source.reasons().stream()
                .filter(reason -> reason.contribution() > 0)
                .forEach(
                    reason -> weights.merge(reason.feature(), reason.contribution(), Double::sum)));
    return used.stream()
        .map(Feature::id)
        .sorted(Comparator.comparingDouble(id -> -weights.getOrDefault(id, 0.0)))
        .limit(LEADING)
        .toList();
  }

  /** Countries whose windows are anomalous twice as often as all are. */
  private List<Country> hotSpots(List<Country> countries) {
    double usual = (double) seen.scores().anomalous() / Math.max(1, seen.sample().seen());
    return countries.stream()
        .filter(country -> country.windows() >= HOT_WINDOWS)
        .filter(country -> country.anomalousShare() >= 2 * usual && country.anomalousWindows() > 1)
        .sorted(Comparator.comparingDouble(Country::anomalousShare).reversed())
        .limit(ROWS)
        .toList();
  }

  private static List<Summary.Spike> spikes(List<Moment> moments) {
    List<Summary.Spike> spikes = new ArrayList<>();
    spikes.addAll(Spikes.of(22, moments, Moment::sshFlows));
    spikes.addAll(Spikes.of(3389, moments, Moment::rdpFlows));
    return spikes;
  }

  private Summary.ModelFacts model() {
    List<Figure> parameters = new ArrayList<>(about.parameters());
    parameters.add(
        figure(
            "label threshold",
            model.segment().labelThreshold(),
            "a window above it is labelled anomalous"));
    parameters.add(
        figure(
            "alert threshold",
            model.segment().alertThreshold(),
            "a window above it alerts, whatever it is called"));
    parameters.add(
        new Figure(
            "observed rate",
            String.format(
                Locale.ROOT,
                "%.2f %% (asked: %.2f %%)",
                100 * statistics.observedRate(),
                100 * statistics.contamination()),
            "share of the sampled windows that are labelled anomalous"));
    parameters.add(
        new Figure(
            "windows sampled",
            String.format(
                Locale.ROOT, "%,d of %,d", statistics.sampledWindows(), statistics.windows()),
            "what forest, thresholds and baselines come from"));
    return new Summary.ModelFacts(
        model.id(),
        about.command(),
        model.transform().features().stream().map(Feature::id).toList(),
        statistics.droppedFeatures(),
        parameters);
  }

  private static Figure figure(String name, double score, String meaning) {
    return new Figure(name, String.format(Locale.ROOT, "%.4f", score), meaning);
  }
}
