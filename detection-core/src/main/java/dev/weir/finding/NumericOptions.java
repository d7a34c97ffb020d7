package dev.weir.finding;

import dev.weir.flow.UsageException;
import java.lang.reflect.Field;
import picocli.CommandLine.Option;

/**
 * What the numbers of a finding may be, by what they are called in its options: shares lie between
 * 0 and 1, counts and bytes begin at 1, factors and rates are above 0. Anything else would silence
 * a finding, or make it speak always, and say nothing of it.
 */
final class NumericOptions {

  private NumericOptions() {}

  /**
   * Looks at every option of a finding.
   *
   * @throws UsageException naming the option that cannot be
   */
  static void check(Finding finding) {
    for (Field field : finding.getClass().getDeclaredFields()) {
      Option option = field.getAnnotation(Option.class);
      if (option != null && field.getType().isPrimitive()) {
        check(option, number(field, finding));
      }
    }
  }

  private static double number(Field field, Finding finding) {
    try {
      field.setAccessible(true);
      return ((Number) field.get(finding)).doubleValue();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a field of this very module", e);
    }
  }

  private static void check(Option option, double value) {
    String name = option.names()[0];
    switch (option.paramLabel()) {
      case "SHARE" -> require(value >= 0 && value <= 1, name, "from 0 to 1");
      case "N", "BYTES" -> require(value >= 1, name, "1 or more");
      default -> require(value > 0 && Double.isFinite(value), name, "a number above 0");
    }
  }

  private static void require(boolean holds, String name, String range) {
    if (!holds) {
      throw new UsageException(name + " must be " + range);
    }
  }
}
