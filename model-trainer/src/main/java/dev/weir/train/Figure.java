package dev.weir.train;

/**
 * One row of a table for people: a figure with its name and what it means.
 *
 * @param name a few words
 * @param value as it is to be shown
 * @param meaning a sentence, or empty
 */
public record Figure(String name, String value, String meaning) {}
