package dev.weir.finding;

import dev.weir.flow.UserException;
import dev.weir.network.AddressSet;
import dev.weir.network.Cidr;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is never alerted: ranges of addresses, and exact names. Immutable. */
public final class AllowList implements Serializable {

  /** Allows nobody. */
  public static final AllowList NONE = new AllowList(List.of(), Set.of());

  private static final long serialVersionUID = 1L;

  private final ArrayList<Cidr> prefixes;
  private final HashSet<String> names;
  private final AddressSet ranges;

  private AllowList(List<Cidr> prefixes, Set<String> names) {
    this.prefixes = new ArrayList<>(prefixes);
    this.names = new HashSet<>(names);
    ranges = AddressSet.of(prefixes);
  }

  /**
   * Reads a file, an entry a line, with comments after #.
   *
   * @throws UserException naming file and line where an entry is not understood
   */
  public static AllowList read(Path file) {
    return parse(file.toString(), ListFile.read(file, "who is never alerted"));
  }

  /** Reads the bytes of such a file. */
  static AllowList parse(String file, byte[] bytes) {
    List<Cidr> prefixes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int line = 0;
    for (String text : ListFile.text(file, bytes).lines().toList()) {
      line++;
      int comment = text.indexOf('#');
      String entry = (comment < 0 ? text : text.substring(0, comment)).strip();
      if (!entry.isEmpty()) {
        add(file + " line " + line, entry, prefixes, names);
      }
    }
    return new AllowList(prefixes, names);
  }

  /**
   * A list of entries.
   *
   * @param where they come from, for a person
   */
  static AllowList of(String where, List<String> entries) {
    List<Cidr> prefixes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String entry : entries) {
      if (!entry.isBlank()) {
        add(where, entry.strip(), prefixes, names);
      }
    }
    return new AllowList(prefixes, names);
  }

  private static void add(String where, String entry, List<Cidr> prefixes, Set<String> names) {
    if (!looksLikeAddress(entry)) {
      requireName(where, entry);
      names.add(entry);
      return;
    }
    try {
      prefixes.add(Cidr.parse(entry));
    } catch (IllegalArgumentException e) {
      throw new UserException(where + ": " + e.getMessage(), e);
    }
  }

  /** What holds an address and more must not pass for a name that nobody has, either. */
  private static void requireName(String where, String entry) {
    boolean one =
        entry.codePoints().noneMatch(c -> isBlank(c) || Character.isISOControl(c))
            && entry.chars().noneMatch(c -> ",;*".indexOf(c) >= 0);
    boolean range = Arrays.stream(entry.split("-", -1)).anyMatch(AllowList::isDotted);
    if (!one || range) {
      throw new UserException(
          where
              + ": '"
              + entry
              + "' is neither an address or prefix such as 10.1.0.0/16 nor a name; give each an"
              + " entry of its own, and ranges as prefixes");
    }
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isDotted(String part) {
    return looksLikeAddress(part) && part.indexOf('.') >= 0;
  }

  /** A mistyped address must not pass for a name that nobody has. */
  private static boolean looksLikeAddress(String entry) {
    boolean digits =
        entry.chars().allMatch(c -> Character.digit(c, 16) >= 0 || ".:/".indexOf(c) >= 0);
    return entry.indexOf('/') >= 0
        || (digits && (entry.indexOf('.') >= 0 || entry.indexOf(':') >= 0));
  }

  /** Whoever is on either list. */
  AllowList and(AllowList other) {
    List<Cidr> both = new ArrayList<>(prefixes);
    both.addAll(other.prefixes);
    Set<String> bothNames = new HashSet<>(names);
    bothNames.addAll(other.names);
    return new AllowList(both, bothNames);
  }

  /**
   * Whether a source or target is on the list: by its name, or as an address, or as a prefix all of
   * which is.
   */
  public boolean allows(String address) {
    if (names.contains(address)) {
      return true;
    }
    if (prefixes.isEmpty()) {
      return false;
    }
    Optional<Cidr> prefix = Places.cidr(address);
    return prefix.isPresent() && ranges.contains(prefix.get());
  }

  /** Whether any address of a prefix is on the list: a denial would hit it. */
  boolean overlaps(Cidr prefix) {
    return ranges.overlaps(prefix);
  }
}
