package dev.weir.job.config;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a job without a savepoint begins to read. */
public enum StartFrom {
  /** Where its consumer group left off; at the beginning where it never was. */
  COMMITTED,
  /** At the beginning. */
  EARLIEST,
  /** At what comes next. */
  LATEST;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Takes the names in lower case. */
  static final class Converter implements ITypeConverter<StartFrom> {

    @Override
    public StartFrom convert(String value) {
      for (StartFrom from : values()) {
        if (from.toString().equals(value)) {
          return from;
        }
      }
      throw new TypeConversionException(
          "'" + value + "' is no place to start; choose committed, earliest or latest");
    }
  }
}
