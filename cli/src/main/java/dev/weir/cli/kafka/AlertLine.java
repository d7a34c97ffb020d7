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
import java.util.regex.Pattern;

/** An alert as one line for people: when, who, how strange, and why. */
public final class AlertLine {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  /** A reason's second half: what is usual, then a bound; commas within numbers have no blank. */
  private static final Pattern NORMAL = Pattern.compile("; normal for [^:]*: (.*?)(, .*)?$");

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

  /** What was seen and what is usual; whose normal and its bound stay in the JSON. */
  private static String firstClause(String text) {
    return NORMAL.matcher(text).replaceFirst(" (normal $1)");
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
