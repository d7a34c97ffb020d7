package dev.weir.finding;

/**
 * What to do now.
 *
 * @param text for a person
 * @param control the same for a machine; null where nothing may be denied
 */
public record Advice(String text, Control control) {

  /** Of what needs none. */
  public static final Advice NONE = new Advice("", null);
}
