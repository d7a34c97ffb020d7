package dev.weir.cli.cluster;

/** Makes what Java programs say of their failures fit for a line that people read. */
final class Causes {

  private Causes() {}

  /** The first line without the names of exception classes that it begins with. */
  static String plain(String text) {
    String rest = text.lines().findFirst().orElse("").strip();
    int colon = rest.indexOf(": ");
    while (colon > 0 && isException(rest.substring(0, colon))) {
      rest = rest.substring(colon + 2);
      colon = rest.indexOf(": ");
    }
    return rest;
  }

  private static boolean isException(String word) {
    boolean named = word.endsWith("Exception") || word.endsWith("Error");
    return named && word.chars().noneMatch(Character::isWhitespace);
  }
}
