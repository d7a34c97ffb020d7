package dev.weir.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Takes constants by their names as people write them: what their {@code toString} says.
 *
 * @param known all that there are
 */
record Names<E extends Enum<E>>(List<E> known) implements ITypeConverter<E> {

  static <E extends Enum<E>> Names<E> of(Class<E> type) {
    return new Names<>(Arrays.asList(type.getEnumConstants()));
  }

  @Override
  public E convert(String value) {
    return known.stream()
        .filter(each -> each.toString().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    known.stream()
                        .map(E::toString)
                        .collect(Collectors.joining(", ", "'" + value + "' is not one of ", ""))));
  }
}
