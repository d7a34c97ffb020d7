package dev.weir.decode;

import dev.weir.flow.ByteSizes;
import dev.weir.flow.UserException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets command lines take sizes as {@link ByteSizes} reads them. */
public final class ByteSizeConverter implements ITypeConverter<Integer> {

  /** For picocli. */
  public ByteSizeConverter() {}

  @Override
  public Integer convert(String value) {
    try {
      return ByteSizes.parse(value);
    } catch (UserException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
