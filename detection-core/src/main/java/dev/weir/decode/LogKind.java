package dev.weir.decode;

/**
 * The kind of record that flows are, where one stream holds several.
 *
 * @param name of the field that says the kind
 * @param value of the kind that is flows
 * @param required whether every record says its kind, so that one that does not is no flow
 */
record LogKind(String name, String value, boolean required) {

  /** Whether a record that says this, or nothing, is of another kind. */
  boolean isOther(String said) {
    return said.isEmpty() ? required : !said.equals(value);
  }
}
