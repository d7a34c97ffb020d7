package dev.weir.cli.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An alert as one line for people: when, how bad, what, who to whom, and why; of an update how long
 * by now, of a closing how much in all.
 */
public final class AlertLine {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private AlertLine() {}

  /** The line; of bytes that are no alert, the bytes as text. */
  public static String of(byte[] alert) {
    try {
      JsonNode json = nativeForm(JSON.readTree(alert));
      if (json.has("incident_id") && json.has("status")) {
        return printable(of(json));
      }
    } catch (IOException | DateTimeException e) {
      // Not one of ours: shown as it is.
    }
    return printable(new String(alert, StandardCharsets.UTF_8));
  }

  /** Alerts by other schemas carry the native one; nothing where there is none. */
  public static JsonNode nativeForm(JsonNode json) {
    if (json.has("class_uid")) {
      return json.path("unmapped").path("weir");
    }
    return json.path("ecs").isObject() ? json.path("weir") : json;
  }

  private static String of(JsonNode alert) {
    return String.format(
        Locale.ROOT,
        "%s  %-6s %-8s %3d  %-22s %s  %s",
        TIME.format(Instant.parse(alert.path("last_seen").asText())),
        alert.path("status").asText(),
        alert.path("level").asText(),
        alert.path("severity").asInt(),
        alert.path("finding").asText(),
        parties(alert),
        detail(alert));
  }

  private static String parties(JsonNode alert) {
    StringBuilder text = new StringBuilder();
    if (alert.path("src_ip").isTextual()) {
      text.append(alert.path("src_ip").asText());
      String country = alert.path("src_country").asText("");
      text.append(country.isEmpty() ? "" : " (" + country + ")");
    } else if (alert.path("sources").asLong() > 0) {
      text.append(many(alert.path("sources").asLong(), "source"));
    }
    JsonNode target = alert.path("target");
    if (target.isObject()) {
      text.append(" > ").append(target.path("dst_ip").asText());
      text.append(target.path("dst_port").isNull() ? "" : ":" + target.path("dst_port").asText());
    }
    return text.append(listed(alert)).toString();
  }

  private static String listed(JsonNode alert) {
    List<String> names = new ArrayList<>();
    alert.path("reputation").forEach(name -> names.add(name.asText()));
    return names.isEmpty() ? "" : ", known bad (" + String.join(", ", names) + ")";
  }

  private static String detail(JsonNode alert) {
    String size =
        many(alert.path("windows").asLong(), "window")
            + ", "
            + many(alert.path("flows").asLong(), "flow");
    return switch (alert.path("status").asText()) {
      case "close" -> size + also(alert) + ", " + alert.path("close_reason").asText();
      case "update" -> size + also(alert) + "; " + reason(alert);
      default -> reason(alert);
    };
  }

  private static String many(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }

  /** What else it did: who scans and sends data away is not told by the scan. */
  private static String also(JsonNode alert) {
    List<String> names = new ArrayList<>();
    alert.path("also").forEach(name -> names.add(name.asText()));
    return names.isEmpty() ? "" : ", also " + String.join(" and ", names);
  }

  private static String reason(JsonNode alert) {
    return alert.path("explanation").path(0).path("text").asText();
  }

  /** Logs hold what others send: nothing of it may steer the terminal. */
  private static String printable(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }
}
