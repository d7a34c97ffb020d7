package dev.weir.cli.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** An alert as one line for people: when, who, how strange, and why. */
public final class AlertLine {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private AlertLine() {}

  /** The line; of bytes that are no alert, the bytes as text. */
  public static String of(byte[] alert) {
    try {
      JsonNode json = JSON.readTree(alert);
      if (json != null && json.has("src_ip") && json.has("score")) {
        return printable(of(json));
      }
    } catch (IOException | DateTimeParseException e) {
      // Not one of ours: shown as it is.
    }
    return printable(new String(alert, StandardCharsets.UTF_8));
  }

  private static String of(JsonNode alert) {
    StringBuilder line = new StringBuilder();
    line.append(TIME.format(Instant.parse(alert.path("window_start").asText())));
    line.append(String.format(Locale.ROOT, "  %-15s", alert.path("src_ip").asText()));
    String country = alert.path("src_country").asText();
    line.append(String.format(Locale.ROOT, " %-2s", country.isEmpty() ? "-" : country));
    line.append(String.format(Locale.ROOT, "  score %.3f  ", alert.path("score").asDouble()));
    String separator = "";
    for (JsonNode reason : alert.path("explanation")) {
      line.append(separator).append(firstClause(reason.path("text").asText()));
      separator = " | ";
    }
    return line.toString();
  }

  /** What was seen and what is normal; the bound stays in the JSON. */
  private static String firstClause(String text) {
    int comma = text.indexOf(", 99 %");
    String clause = comma < 0 ? text : text.substring(0, comma);
    return clause.replace("; normal here: ", " (normal ") + (comma < 0 ? "" : ")");
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
