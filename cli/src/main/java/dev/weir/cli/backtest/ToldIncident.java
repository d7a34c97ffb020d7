package dev.weir.cli.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.kafka.AlertLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An incident as its alerts told of it in the end.
 *
 * @param party whose it is: there is one at a time for each
 * @param shown whom it is about, for people
 * @param srcIp null where it is told of a target or the model
 * @param target address; null where there is none
 * @param firstTold when it opened first
 */
record ToldIncident(
    String id,
    String kind,
    String party,
    String shown,
    String srcIp,
    String target,
    String finding,
    String level,
    int severity,
    long windows,
    Instant firstSeen,
    Instant lastSeen,
    Instant firstTold) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The incidents of a file of alerts, of whatever format, by their opening. */
  static List<ToldIncident> read(Path alerts) throws IOException {
    Map<String, ToldIncident> byId = new LinkedHashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(alerts)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode alert = AlertLine.nativeForm(JSON.readTree(line));
        ToldIncident told = of(alert, Instant.parse(alert.get("emitted_at").asText()));
        byId.merge(told.id(), told, (before, now) -> now.toldSince(before.firstTold()));
      }
    }
    return List.copyOf(byId.values());
  }

  private static ToldIncident of(JsonNode alert, Instant told) {
    String kind = alert.get("kind").asText();
    String source = alert.get("src_ip").textValue();
    String address = alert.at("/target/dst_ip").textValue();
    String target = address == null ? "" : address + ':' + alert.at("/target/dst_port").asText();
    String whose =
        switch (kind) {
          case "source" -> alert.get("scope").asText() + ' ' + source;
          case "model" -> "";
          default -> alert.get("scope").asText() + ' ' + source + " > " + target;
        };
    return new ToldIncident(
        alert.get("incident_id").asText(),
        kind,
        kind + ' ' + whose,
        (source == null ? kind : source) + (target.isEmpty() ? "" : " > " + target),
        source,
        address,
        alert.get("finding").asText(),
        alert.get("level").asText(),
        alert.get("severity").asInt(),
        alert.get("windows").asLong(),
        Instant.parse(alert.get("first_seen").asText()),
        Instant.parse(alert.get("last_seen").asText()),
        told);
  }

  private ToldIncident toldSince(Instant first) {
    return new ToldIncident(
        id, kind, party, shown, srcIp, target, finding, level, severity, windows, firstSeen,
        lastSeen, first);
  }

  /** Whether it says something of the model and not of the traffic. */
  boolean isOfModel() {
    return kind.equals("model");
  }

  /** Whether two were seen at the same time. */
  boolean overlaps(ToldIncident other) {
    return !firstSeen.isAfter(other.lastSeen) && !lastSeen.isBefore(other.firstSeen);
  }

  @Override
  public String toString() {
    return firstTold + "  " + level + ' ' + severity + "  " + finding + "  " + shown;
  }
}
