package dev.weir.decode;

import dev.weir.flow.UsageException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets command lines take a {@link FieldMap}. */
public final class FieldMapConverter implements ITypeConverter<FieldMap> {

  /** For picocli. */
  public FieldMapConverter() {}

  @Override
  public FieldMap convert(String value) {
    try {
      return FieldMap.parse(value);
    } catch (UsageException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
