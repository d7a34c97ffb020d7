package dev.weir.decode;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets command lines take a format by its {@link LogFormat#id}. */
public final class LogFormatConverter implements ITypeConverter<LogFormat> {

  /** For picocli. */
  public LogFormatConverter() {}

  @Override
  public LogFormat convert(String value) {
    for (LogFormat format : LogFormat.values()) {
      if (format.id().equals(value)) {
        return format;
      }
    }
    throw new TypeConversionException(
        "'" + value + "' is not a format; choose json, csv, zeek or vpc-flow-log");
  }
}
