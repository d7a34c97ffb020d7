package dev.weir.decode;

/** Is shown the fields of an entry as its log names and writes them; absent ones are left out. */
public interface FieldVisitor {

  /** A value that is a whole number. */
  void number(String name, long value);

  /** Any other value. */
  void text(String name, String value);
}
