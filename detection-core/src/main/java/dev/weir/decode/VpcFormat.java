package dev.weir.decode;

import dev.weir.flow.Nearest;
import dev.weir.flow.UsageException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which fields the lines of an AWS flow log have, in which order. */
public final class VpcFormat implements Serializable {

  /** AWS's default format: the fields of version 2. */
  public static final VpcFormat DEFAULT =
      new VpcFormat(
          Stream.of(VpcField.values())
              .filter(field -> field.version() == VpcField.FIRST_VERSION)
              .toArray(VpcField[]::new));

  private static final long serialVersionUID = 1L;
  private static final int NOWHERE = -1;

  private final VpcField[] fields;
  private final int[] positions = new int[VpcField.values().length];

  private VpcFormat(VpcField[] fields) {
    this.fields = fields;
    Arrays.fill(positions, NOWHERE);
    for (int i = 0; i < fields.length; i++) {
      positions[fields[i].slot()] = i;
    }
  }

  /**
   * A format as AWS writes it, <code>${version} ${account-id} …</code>, or as the bare names that a
   * log's header has.
   *
   * @throws UsageException where a name is not known or occurs twice, or a flow's source or time is
   *     not among them
   */
  public static VpcFormat parse(String text) {
    List<VpcField> fields = new ArrayList<>();
    for (StringTokenizer names = new StringTokenizer(text); names.hasMoreTokens(); ) {
      VpcField field = field(names.nextToken());
      if (fields.contains(field)) {
        throw new UsageException(
            field.id() + " occurs twice: copy the format from the flow log as AWS shows it");
      }
      fields.add(field);
    }
    VpcFormat format = new VpcFormat(fields.toArray(VpcField[]::new));
    format.require("a source", VpcField.SRCADDR, VpcField.PKT_SRCADDR);
    format.require("a time", VpcField.START, VpcField.END);
    return format;
  }

  private static VpcField field(String token) {
    boolean marked = token.startsWith("${") && token.endsWith("}");
    String name = marked ? token.substring(2, token.length() - 1) : token;
    VpcField field = VpcField.of(name);
    if (field == null) {
      List<String> known = Stream.of(VpcField.values()).map(VpcField::id).toList();
      String hint =
          Nearest.to(name, known)
              .map(meant -> "did you mean " + meant + "?")
              .orElse("docs/formats.md lists them (and a shell wants the format in single quotes)");
      throw new UsageException(
          FieldText.of(token).quoted() + " is not a field of AWS flow logs; " + hint);
    }
    return field;
  }

  private void require(String what, VpcField one, VpcField other) {
    if (!has(one) && !has(other)) {
      throw new UsageException(
          "a flow needs %s: without %s or %s nothing can be learned from the log; add it to both"
              .formatted(what, one.id(), other.id()));
    }
  }

  /** How many fields a line has. */
  int size() {
    return fields.length;
  }

  VpcField field(int position) {
    return fields[position];
  }

  boolean has(VpcField field) {
    return positions[field.slot()] != NOWHERE;
  }

  /** Where the field stands in a line, or -1. */
  int position(VpcField field) {
    return positions[field.slot()];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VpcFormat that && Arrays.equals(fields, that.fields);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(fields);
  }

  /** The names as a header has them. */
  @Override
  public String toString() {
    return Stream.of(fields).map(VpcField::id).collect(Collectors.joining(" "));
  }
}
