package dev.weir.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets command lines take moments as ISO 8601 has them; a day alone is its first moment in UTC. */
public final class TimeConverter implements ITypeConverter<Instant> {

  private static final int LENGTH_OF_A_DAY = "2026-03-02".length();

  /** For picocli. */
  public TimeConverter() {}

  @Override
  public Instant convert(String text) {
    try {
      return text.length() == LENGTH_OF_A_DAY
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is no time; write 2026-03-02 or 2026-03-02T10:00:00Z");
    }
  }
}
