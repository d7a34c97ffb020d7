package dev.weir.command;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a number, and says in words where there is none: picocli's own speak of Java's types.
 *
 * @param parse throws NumberFormatException
 * @param kind what it should be
 */
record NumberConverter<T>(Function<String, T> parse, String kind) implements ITypeConverter<T> {

  static NumberConverter<Integer> ofInt() {
    return new NumberConverter<>(Integer::valueOf, "a whole number");
  }

  static NumberConverter<Long> ofLong() {
    return new NumberConverter<>(Long::valueOf, "a whole number");
  }

  static NumberConverter<Double> ofDouble() {
    return new NumberConverter<>(Double::valueOf, "a number");
  }

  @Override
  public T convert(String value) {
    try {
      return parse.apply(value);
    } catch (NumberFormatException e) {
      boolean digits = !value.isEmpty() && value.chars().skip(1).allMatch(Character::isDigit);
      throw new TypeConversionException(
          digits && Character.isDigit(value.charAt(value.length() - 1))
              ? "'" + value + "' is out of range"
              : "'" + value + "' is not " + kind);
    }
  }
}
