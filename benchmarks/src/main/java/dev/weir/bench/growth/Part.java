package dev.weir.bench.growth;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What can grow. */
enum Part {
  /** Sources that are active at once, with state in RocksDB. */
  SOURCES,
  /** Windows that close at once. */
  CLOSING,
  /** Task slots. */
  SLOTS,
  /** One source's share of all flows. */
  HOT,
  /** Windows that a flow belongs to. */
  SLIDE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Takes the names in lower case. */
  static final class Converter implements ITypeConverter<Part> {

    @Override
    public Part convert(String value) {
      for (Part part : values()) {
        if (part.toString().equals(value)) {
          return part;
        }
      }
      throw new TypeConversionException(
          "'" + value + "' is not one of sources, closing, slots, hot, slide");
    }
  }
}
