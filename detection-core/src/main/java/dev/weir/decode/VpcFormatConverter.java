package dev.weir.decode;

import dev.weir.flow.UsageException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets command lines take a {@link VpcFormat} as AWS writes it. */
public final class VpcFormatConverter implements ITypeConverter<VpcFormat> {

  /** For picocli. */
  public VpcFormatConverter() {}

  @Override
  public VpcFormat convert(String value) {
    try {
      return VpcFormat.parse(value);
    } catch (UsageException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
