package dev.weir.train;

/**
 * A number, or a sentence where none can be said, and what it means: a row for a person.
 *
 * @param name what it is of
 * @param value as it is shown
 * @param meaning how to read it
 */
public record Figure(String name, String value, String meaning) {}
