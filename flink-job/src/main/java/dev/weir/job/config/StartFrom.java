package dev.weir.job.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a job without a savepoint begins to read.
 *
 * @param time of the first message, where the place is {@link Place#TIME}; else null
 */
public record StartFrom(Place place, Instant time) {

  /** Where its consumer group left off; at the beginning where it never was. */
  public static final StartFrom COMMITTED = new StartFrom(Place.COMMITTED, null);

  /** At the beginning. */
  public static final StartFrom EARLIEST = new StartFrom(Place.EARLIEST, null);

  /** At what comes next. */
  public static final StartFrom LATEST = new StartFrom(Place.LATEST, null);

  /** The kinds of places. */
  public enum Place {
    COMMITTED,
    EARLIEST,
    LATEST,
    TIME
  }

  /** At the first message of that time or later, as the stream dates its messages. */
  public static StartFrom at(Instant time) {
    return new StartFrom(Place.TIME, time);
  }

  /** Takes the names in lower case, or a time. */
  static final class Converter implements ITypeConverter<StartFrom> {

    @Override
    public StartFrom convert(String value) {
      return switch (value) {
        case "committed" -> COMMITTED;
        case "earliest" -> EARLIEST;
        case "latest" -> LATEST;
        default -> at(time(value));
      };
    }

    private static Instant time(String value) {
      try {
        return OffsetDateTime.parse(value).toInstant();
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'"
                + value
                + "' is no place to start; choose committed, earliest, latest or a time such"
                + " as 2026-03-02T10:00:00Z");
      }
    }
  }
}
