package dev.weir.finding;

import dev.weir.flow.AddressBits;
import dev.weir.flow.UserException;
import dev.weir.network.Cidr;
import dev.weir.network.NamedPrefixes;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Known-bad networks. Immutable, and a pure function of a file's bytes, so that whoever watches the
 * file can put a new one in its place.
 */
public final class Reputation implements Serializable {

  /** Knows of nobody. */
  public static final Reputation NONE = new Reputation(NamedPrefixes.EMPTY);

  private static final long serialVersionUID = 1L;

  /** Names go into every alert: no list needs longer ones. */
  private static final int MAX_NAME = 80;

  private final NamedPrefixes networks;

  private Reputation(NamedPrefixes networks) {
    this.networks = networks;
  }

  /**
   * Reads a file as it is now.
   *
   * @throws UserException naming file and line where an entry is not understood
   */
  public static Reputation read(Path file) {
    return parse(file.toString(), ListFile.read(file, "known-bad networks"));
  }

  /**
   * Reads the bytes of a file: one CIDR a line, its name after blanks or #; a network without a
   * name has the file's. Lines that begin with # are comments.
   *
   * @param file its name, with or without folders
   * @throws UserException naming file and line where an entry is not understood
   */
  public static Reputation parse(String file, byte[] bytes) {
    String whole = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    List<NamedPrefixes.Named> networks = new ArrayList<>();
    int line = 0;
    for (String text : ListFile.text(file, bytes).lines().toList()) {
      line++;
      String entry = text.strip();
      if (!entry.isEmpty() && entry.charAt(0) != '#') {
        networks.add(named(file + " line " + line, entry, whole));
      }
    }
    return new Reputation(NamedPrefixes.of(networks));
  }

  private static NamedPrefixes.Named named(String where, String entry, String otherwise) {
    int end = 0;
    while (end < entry.length()
        && !Character.isWhitespace(entry.charAt(end))
        && entry.charAt(end) != '#') {
      end++;
    }
    int from = end;
    while (from < entry.length()
        && (Character.isWhitespace(entry.charAt(from)) || entry.charAt(from) == '#')) {
      from++;
    }
    String name = from < entry.length() ? entry.substring(from) : otherwise;
    try {
      return new NamedPrefixes.Named(
          Cidr.parse(entry.substring(0, end)),
          name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name);
    } catch (IllegalArgumentException e) {
      throw new UserException(where + ": " + e.getMessage(), e);
    }
  }

  /** The names under which an address is listed; for a prefix those of its first address. */
  public List<String> of(String address) {
    if (networks.size() == 0) {
      return List.of();
    }
    int slash = address.indexOf('/');
    AddressBits bits = new AddressBits();
    return bits.read(slash < 0 ? address : address.substring(0, slash))
        ? networks.namesOf(bits)
        : List.of();
  }

  /** How many networks are listed. */
  public int size() {
    return networks.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reputation that && networks.equals(that.networks);
  }

  @Override
  public int hashCode() {
    return networks.hashCode();
  }
}
