package dev.weir.cli.replay;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** In which order a replay sends the lines of its files. */
public enum Order {
  /** By event time, as they happened. */
  TIME,
  /** As they stand in the files. */
  FILE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Lets the command line take an order in lower case. */
  static final class Converter implements ITypeConverter<Order> {

    @Override
    public Order convert(String value) {
      return switch (value) {
        case "time" -> TIME;
        case "file" -> FILE;
        default ->
            throw new TypeConversionException("'" + value + "' is no order; choose time or file");
      };
    }
  }
}
