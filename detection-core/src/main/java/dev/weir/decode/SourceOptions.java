package dev.weir.decode;

import dev.weir.flow.UsageException;
import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/**
 * The numbered options of places that log in different ways: {@code --sources.1.match} and so on.
 * Picocli knows no numbered options, so they are added one by one; only the first of each is shown
 * in help and documents.
 */
final class SourceOptions implements Serializable {

  /** The highest number. */
  static final int MOST = 20;

  private static final long serialVersionUID = 1L;

  private final TreeMap<Integer, Texts> sources = new TreeMap<>();

  /** For picocli. */
  SourceOptions() {}

  /** Adds the options while picocli looks at this mixin. */
  @Spec
  void options(CommandSpec spec) {
    for (int i = 1; i <= MOST; i++) {
      int number = i;
      add(
          spec,
          name(number, "match"),
          "PLACE",
          "For cloudwatch: log events of this place are read by the options of the same number, 1"
              + " to "
              + MOST
              + "; the lowest that matches counts. owner=ACCOUNT, log-group=NAME or both with a"
              + " comma; * in a name stands for anything.",
          text -> texts(number).match = text);
      add(
          spec,
          name(number, "format"),
          "FORMAT",
          "How its messages are written: vpc-flow-log or json. Default: --cloudwatch.inner",
          text -> texts(number).format = text);
      add(
          spec,
          name(number, "vpc.format"),
          "FIELDS",
          "The fields of its flow logs, as in --vpc.format. Default: --vpc.format",
          text -> texts(number).vpcFormat = text);
      add(
          spec,
          name(number, "scope"),
          "SCOPE",
          "The scope of its private addresses. Default: the record's, else the envelope's owner",
          text -> texts(number).scope = text);
    }
  }

  /** An option of a number as the user writes it. */
  static String name(int number, String what) {
    return "--sources." + number + "." + what;
  }

  private static void add(
      CommandSpec spec, String name, String label, String description, TextSetter setter) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(String.class)
            .paramLabel(label)
            .description(description)
            .hidden(!name.startsWith("--sources.1."))
            .setter(setter)
            .build());
  }

  /** Takes what the user gives; picocli also sets null, for what is not given. */
  private interface TextSetter extends ISetter {
    void take(String text);

    @Override
    @SuppressWarnings("unchecked") // Of the type that the interface declares: the old value.
    default <T> T set(T value) {
      if (value != null) {
        take((String) value);
      }
      return null;
    }
  }

  private Texts texts(int number) {
    return sources.computeIfAbsent(number, unused -> new Texts());
  }

  void arguments(BiConsumer<String, String> out) {
    sources.forEach(
        (number, texts) -> {
          accept(name(number, "match"), texts.match, out);
          accept(name(number, "format"), texts.format, out);
          accept(name(number, "vpc.format"), texts.vpcFormat, out);
          accept(name(number, "scope"), texts.scope, out);
        });
  }

  private static void accept(String name, String text, BiConsumer<String, String> out) {
    if (text != null) {
      out.accept(name, text);
    }
  }

  /** Nothing was said of any. */
  boolean isEmpty() {
    return sources.isEmpty();
  }

  /** What was said, by number. */
  SortedMap<Integer, Texts> all() {
    return sources;
  }

  /**
   * Refuses a number that nothing can match.
   *
   * @throws UsageException naming the option that is missing
   */
  void check() {
    sources.forEach(
        (number, texts) -> {
          if (texts.match == null) {
            throw new UsageException(
                name(number, "match")
                    + " is missing: say which log events number "
                    + number
                    + " is about");
          }
        });
  }

  /** What was said of a number; null where nothing was. */
  static final class Texts implements Serializable {
    private static final long serialVersionUID = 1L;

    String match;
    String format;
    String vpcFormat;
    String scope;
  }
}
