package dev.weir.decode;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a log writes its times. */
public enum TimeFormat {
  /** Any form that can be told from the others by itself. */
  AUTO("neither ISO-8601 with an offset nor epoch seconds (10 digits) or milliseconds (13)"),
  /** ISO-8601 with an offset or Z. */
  ISO("not ISO-8601 with an offset"),
  /** Seconds since 1970, with or without a fraction. */
  EPOCH_SECONDS("not a time in epoch seconds"),
  /** Milliseconds since 1970. */
  EPOCH_MILLIS("not a time in epoch milliseconds"),
  /** Seconds since 1970 with a fraction but without the decimal point. */
  EPOCH_DIGITS("not ten digits of epoch seconds and a fraction's digits");

  private final String rule;

  TimeFormat(String rule) {
    this.rule = rule;
  }

  /** Epoch milliseconds, or {@link Timestamps#NONE}. */
  long parse(CharSequence text) {
    return switch (this) {
      case AUTO -> Timestamps.parse(text);
      case ISO -> Timestamps.iso(text);
      case EPOCH_SECONDS -> Seconds.millis(text);
      case EPOCH_MILLIS -> Timestamps.epochMillis(text);
      case EPOCH_DIGITS -> Timestamps.epochDigits(text);
    };
  }

  /** What a text is that can't be read. */
  String rule() {
    return rule;
  }

  /** The name on command lines. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return id();
  }

  /** Lets command lines take one by its {@link #id}. */
  public static final class Converter implements ITypeConverter<TimeFormat> {

    /** For picocli. */
    public Converter() {}

    @Override
    public TimeFormat convert(String value) {
      for (TimeFormat format : values()) {
        if (format.id().equals(value)) {
          return format;
        }
      }
      throw new TypeConversionException(
          "'%s' is not a form of time; choose %s"
              .formatted(
                  value,
                  Arrays.stream(values()).map(TimeFormat::id).collect(Collectors.joining(", "))));
    }
  }
}
