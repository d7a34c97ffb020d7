package dev.weir.cli.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.evaluation.AttackLog;
import dev.weir.evaluation.AttackSpan;
import dev.weir.flow.JsonBytes;
import dev.weir.model.Quantiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Incidents held against the attacks that a labelled log has.
 *
 * @param attacks all of them, by label
 * @param incidents that were told, a model's not counted
 * @param falseIncidents those that are of no attack
 * @param sources distinct sources in the log
 * @param days that the log covers
 */
record IncidentEvaluation(
    Map<String, List<Found>> attacks,
    long incidents,
    long falseIncidents,
    long sources,
    double days) {

  /**
   * An attack.
   *
   * @param delaySeconds from its first flow to the first alert of it; NaN where there is none
   */
  record Found(double delaySeconds) {

    boolean isFound() {
      return !Double.isNaN(delaySeconds);
    }
  }

  static IncidentEvaluation of(List<ToldIncident> told, AttackLog log) {
    List<ToldIncident> counted = told.stream().filter(one -> !one.isOfModel()).toList();
    Map<String, List<ToldIncident>> byParty = new HashMap<>();
    for (ToldIncident one : counted) {
      String party = one.srcIp() == null ? one.target() : one.srcIp();
      byParty.computeIfAbsent(party, unused -> new ArrayList<>()).add(one);
    }
    Map<String, List<Found>> attacks = new TreeMap<>();
    Set<ToldIncident> right = new HashSet<>();
    for (AttackSpan attack : log.spans()) {
      List<ToldIncident> of = matching(attack, byParty);
      right.addAll(of);
      attacks
          .computeIfAbsent(attack.name(), unused -> new ArrayList<>())
          .add(new Found(delay(attack, of)));
    }
    return new IncidentEvaluation(
        attacks, counted.size(), counted.size() - right.size(), log.sources(), log.days());
  }

  private static List<ToldIncident> matching(
      AttackSpan attack, Map<String, List<ToldIncident>> byParty) {
    return Stream.concat(Stream.of(attack.source().address()), attack.targets().stream())
        .flatMap(party -> byParty.getOrDefault(party, List.of()).stream())
        .filter(
            one ->
                attack.matches(
                    one.srcIp(),
                    one.target(),
                    one.firstSeen().toEpochMilli(),
                    one.lastSeen().toEpochMilli()))
        .toList();
  }

  private static double delay(AttackSpan attack, List<ToldIncident> of) {
    return of.stream()
        .mapToDouble(one -> (one.firstTold().toEpochMilli() - attack.start()) / 1000.0)
        .min()
        .orElse(Double.NaN);
  }

  /** False incidents for 10,000 sources and a day; NaN of a log without time or sources. */
  double falseRate() {
    double rate = falseIncidents / (sources / 10_000.0) / days;
    return Double.isInfinite(rate) ? Double.NaN : rate;
  }

  private List<Found> all() {
    return attacks.values().stream().flatMap(List::stream).toList();
  }

  private static long found(List<Found> attacks) {
    return attacks.stream().filter(Found::isFound).count();
  }

  private static double[] delays(List<Found> attacks) {
    return attacks.stream()
        .filter(Found::isFound)
        .mapToDouble(Found::delaySeconds)
        .sorted()
        .toArray();
  }

  void write(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("incidents");
    out.writeNumberField("attacks", all().size());
    out.writeNumberField("found", found(all()));
    double[] delays = delays(all());
    JsonBytes.number(out, "delay_median_s", Quantiles.nearestRank(delays, 0.5));
    JsonBytes.number(out, "delay_max_s", Quantiles.nearestRank(delays, 1));
    out.writeNumberField("incidents", incidents);
    out.writeNumberField("false_incidents", falseIncidents);
    out.writeNumberField("sources", sources);
    JsonBytes.number(out, "days", days);
    JsonBytes.number(out, "false_per_10k_sources_and_day", falseRate());
    out.writeArrayFieldStart("by_attack");
    for (Map.Entry<String, List<Found>> attack : attacks.entrySet()) {
      out.writeStartObject();
      out.writeStringField("attack", attack.getKey());
      out.writeNumberField("attacks", attack.getValue().size());
      out.writeNumberField("found", found(attack.getValue()));
      JsonBytes.number(
          out, "delay_median_s", Quantiles.nearestRank(delays(attack.getValue()), 0.5));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** In a line. */
  @Override
  public String toString() {
    double[] delays = delays(all());
    return String.format(
        Locale.ROOT,
        "%,d of %,d attacks found%s; %,d of %,d incidents false%s",
        found(all()),
        all().size(),
        delays.length == 0
            ? ""
            : String.format(
                Locale.ROOT,
                ", after %,.0f s (median; at most %,.0f s)",
                Quantiles.nearestRank(delays, 0.5),
                Quantiles.nearestRank(delays, 1)),
        falseIncidents,
        incidents,
        Double.isNaN(falseRate())
            ? ""
            : String.format(Locale.ROOT, ", %.1f for 10,000 sources and a day", falseRate()));
  }
}
