package dev.weir.finding;

/**
 * A technique of MITRE ATT&amp;CK.
 *
 * @param id such as T1046
 * @param name its title
 * @param confidence high, medium or low: how surely what was seen is this
 */
public record Technique(String id, String name, String confidence) {}
