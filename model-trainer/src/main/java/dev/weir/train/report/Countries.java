package dev.weir.train.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** Names of countries: for people, and as the world map has them. */
final class Countries {

  private static final Properties ON_MAP = new Properties();

  static {
    try (Reader in =
        new InputStreamReader(
            Countries.class.getResourceAsStream("map-names.properties"), StandardCharsets.UTF_8)) {
      ON_MAP.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("map-names.properties is part of the jar", e);
    }
  }

  private Countries() {}

  /** The English name; of a code that is none, the code. */
  static String name(String code) {
    return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
  }

  /** The name on the map; empty where the map does not show the country. */
  static String onMap(String code) {
    return ON_MAP.getProperty(code, "");
  }
}
