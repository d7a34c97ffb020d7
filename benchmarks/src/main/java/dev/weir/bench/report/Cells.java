package dev.weir.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Figures as cells; what was not measured, or has no such figure, is left empty. */
final class Cells {

  private static final double MEGA = 1e6;

  private Cells() {}

  /** A whole number with commas. */
  static String whole(JsonNode figure) {
    return figure.isNumber() ? whole(figure.asDouble()) : "";
  }

  static String whole(double figure) {
    return text("%,.0f", figure);
  }

  /** With two digits behind the point, as ratios and microseconds have. */
  static String fine(JsonNode figure) {
    return figure.isNumber() ? fine(figure.asDouble()) : "";
  }

  static String fine(double figure) {
    return text("%.2f", figure);
  }

  /** With one digit behind the point. */
  static String rough(double figure) {
    return text("%.1f", figure);
  }

  /** A small difference. */
  static String tiny(JsonNode figure) {
    return figure.isNumber() ? text("%.1e", figure.asDouble()) : "";
  }

  /** Bytes as megabytes. */
  static String megabytes(JsonNode figure) {
    return figure.isNumber() ? rough(figure.asDouble() / MEGA) + " MB" : "";
  }

  /** Milliseconds as seconds. */
  static String seconds(JsonNode figure) {
    return figure.isNumber() ? rough(figure.asDouble() / 1e3) + " s" : "";
  }

  static String code(String name) {
    return '`' + name + '`';
  }

  private static String text(String format, double figure) {
    return Double.isNaN(figure) ? "" : String.format(Locale.ROOT, format, figure);
  }
}
