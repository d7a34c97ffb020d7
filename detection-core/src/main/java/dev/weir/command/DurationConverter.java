package dev.weir.command;

import dev.weir.flow.Durations;
import dev.weir.flow.UserException;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets command lines take durations as {@link Durations} reads them. */
public final class DurationConverter implements ITypeConverter<Duration> {

  /** For picocli. */
  public DurationConverter() {}

  @Override
  public Duration convert(String value) {
    try {
      return Durations.parse(value);
    } catch (UserException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
