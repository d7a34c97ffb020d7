package dev.weir.cli.model;

import dev.weir.flow.JsonBytes;
import java.util.List;
import java.util.Locale;

/**
 * One thing in which two models differ.
 *
 * @param subject what it is of, such as window or features
 * @param text the difference in words
 */
record Difference(String subject, String text) {

  /** The subject where trees are not the same. */
  static final String FOREST = "forest";

  /** The subject where a segment is in one model only. */
  static final String SEGMENT = "segment";

  static Difference of(String subject, String format, Object... values) {
    return new Difference(subject, String.format(Locale.ROOT, format, values));
  }

  /** Whether these leave all forests as they are. */
  static boolean sameForests(List<Difference> differences) {
    return differences.stream()
        .map(Difference::subject)
        .noneMatch(subject -> subject.equals(FOREST) || subject.equals(SEGMENT));
  }

  /** The differences of two models as a JSON object. */
  static byte[] toJson(String before, String after, List<Difference> differences) {
    return JsonBytes.object(
        out -> {
          out.writeBooleanField("equal", differences.isEmpty());
          out.writeStringField("model", before);
          out.writeStringField("other", after);
          out.writeBooleanField("same_forests", sameForests(differences));
          out.writeArrayFieldStart("differences");
          for (Difference difference : differences) {
            out.writeStartObject();
            out.writeStringField("subject", difference.subject());
            out.writeStringField("text", difference.text());
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%-9s %s", subject, text);
  }
}
