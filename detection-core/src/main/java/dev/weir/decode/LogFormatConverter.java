package dev.weir.decode;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets command lines take a format by its {@link LogFormat#id}. */
public final class LogFormatConverter implements ITypeConverter<LogFormat> {

  /** For picocli. */
  public LogFormatConverter() {}

  @Override
  public LogFormat convert(String value) {
    LogFormat format = find(value);
    if (format == null) {
      throw new TypeConversionException("'" + value + "' is not a format; choose " + choices());
    }
    return format;
  }

  private static String choices() {
    String all = Stream.of(LogFormat.values()).map(LogFormat::id).collect(Collectors.joining(", "));
    int last = all.lastIndexOf(", ");
    return all.substring(0, last) + " or " + all.substring(last + 2);
  }

  /** The format of this name, or null. */
  static LogFormat find(String value) {
    for (LogFormat format : LogFormat.values()) {
      if (format.id().equals(value)) {
        return format;
      }
    }
    return null;
  }
}
