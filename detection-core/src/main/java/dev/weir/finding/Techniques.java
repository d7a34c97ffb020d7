package dev.weir.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * What MITRE ATT&amp;CK calls a finding, by the direction in which its flows go.
 *
 * @param inward null where it has no name
 * @param outward likewise
 * @param within likewise
 */
record Techniques(Technique inward, Technique outward, Technique within) {

  /** Of findings that are no technique. */
  static final Techniques NONE = new Techniques(null, null, null);

  /** The same in all directions. */
  static Techniques always(Technique technique) {
    return new Techniques(technique, technique, technique);
  }

  /** The technique, or null. */
  Technique of(Direction direction) {
    return switch (direction) {
      case INWARD -> inward;
      case OUTWARD -> outward;
      case WITHIN -> within;
      case UNKNOWN ->
          inward != null && inward.equals(outward) && inward.equals(within) ? inward : null;
    };
  }

  /** A line for people; "none" where there is none. */
  String text() {
    if (equals(NONE)) {
      return "none";
    }
    if (of(Direction.UNKNOWN) != null) {
      return text(inward);
    }
    List<String> parts = new ArrayList<>();
    add(parts, "from outside to inside", inward);
    add(parts, "from inside to outside", outward);
    add(parts, "inside", within);
    return String.join("; ", parts);
  }

  private static void add(List<String> parts, String direction, Technique technique) {
    if (technique != null) {
      parts.add(direction + ' ' + text(technique));
    }
  }

  private static String text(Technique technique) {
    return technique.id() + ' ' + technique.name() + " (confidence " + technique.confidence() + ')';
  }
}
