package dev.weir.decode;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets command lines take a {@link FieldMap} whose dots are levels of nesting. */
public final class JsonMapConverter implements ITypeConverter<FieldMap> {

  /** For picocli. */
  public JsonMapConverter() {}

  @Override
  public FieldMap convert(String value) {
    FieldMap map = new FieldMapConverter().convert(value);
    map.all().values().stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .filter(JsonMapConverter::hasEmptyLevel)
        .findFirst()
        .ifPresent(
            name -> {
              throw new TypeConversionException(
                  FieldText.of(name).quoted()
                      + " is no name of a JSON field: write something before and after each dot");
            });
    return map;
  }

  private static boolean hasEmptyLevel(String name) {
    return name.startsWith(".") || name.endsWith(".") || name.contains("..");
  }
}
