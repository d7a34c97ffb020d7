package dev.weir.network;

import com.maxmind.db.InvalidDatabaseException;
import com.maxmind.db.Reader;
import dev.weir.flow.AddressBits;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The countries of addresses, by a database in MaxMind's format (MMDB): theirs, or one of those who
 * follow it. Not thread-safe: what was found lately is kept.
 */
final class Geography {

  /** Recent addresses; a power of two. */
  private static final int REMEMBERED = 1 << 14;

  private static final int LETTERS = 2;

  /** What is open already, by file as of some time: one for all decoders of a JVM. */
  private static final Map<Version, WeakReference<Reader>> OPEN = new HashMap<>();

  private static final System.Logger LOG = System.getLogger(Geography.class.getName());

  private final Path file;
  private final Reader database;
  private final AddressBits bits = new AddressBits();
  private final String[] addresses = new String[REMEMBERED];
  private final String[] countries = new String[REMEMBERED];

  private boolean warned;

  private Geography(Path file, Reader database) {
    this.file = file;
    this.database = database;
  }

  private record Version(Path file, FileTime modified) {}

  /**
   * Opens a database, all of which is then in memory.
   *
   * @throws UserException where the file is none
   */
  static Geography of(Path file) {
    try {
      Version version = new Version(file.toRealPath(), Files.getLastModifiedTime(file));
      synchronized (OPEN) {
        WeakReference<Reader> open = OPEN.get(version);
        Reader reader = open == null ? null : open.get();
        if (reader == null) {
          reader = new Reader(file.toFile(), Reader.FileMode.MEMORY);
          OPEN.values().removeIf(reference -> reference.get() == null);
          OPEN.put(version, new WeakReference<>(reader));
        }
        return new Geography(file, reader);
      }
    } catch (InvalidDatabaseException | RuntimeException | StackOverflowError e) {
      throw new UserException(
          "--geo.mmdb: " + file + " is no MMDB database; give a country database, unpacked", e);
    } catch (IOException e) {
      throw new UserException(
          "--geo.mmdb: " + file + " cannot be read; it has to be there wherever flows are read", e);
    }
  }

  /** The two-letter code of an address in canonical text; empty where it is not known. */
  String country(String address) {
    int slot = (address.hashCode() * 0x9E3779B9) >>> 18;
    if (!address.equals(addresses[slot])) {
      addresses[slot] = address;
      countries[slot] = find(address);
    }
    return countries[slot];
  }

  private String find(String address) {
    if (!bits.read(address)) {
      return "";
    }
    try {
      Map<?, ?> entry = database.get(InetAddress.getByAddress(bytes()), Map.class);
      return entry == null ? "" : country(entry);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // A damaged file shows only where it is looked into; no flow is lost for that.
      warn(e);
      return "";
    }
  }

  private void warn(Throwable e) {
    if (!warned) {
      warned = true;
      LOG.log(
          System.Logger.Level.WARNING,
          "--geo.mmdb: " + file + " is damaged; addresses that it fails at have no country",
          e);
    }
  }

  private byte[] bytes() {
    return bits.isIpv4()
        ? ByteBuffer.allocate(Integer.BYTES).putInt((int) bits.low()).array()
        : ByteBuffer.allocate(2 * Long.BYTES).putLong(bits.high()).putLong(bits.low()).array();
  }

  /** Databases differ in where they have it. */
  private static String country(Map<?, ?> entry) {
    for (String key : List.of("country", "country_code", "registered_country")) {
      Object value = entry.get(key);
      Object code = value instanceof Map<?, ?> nested ? nested.get("iso_code") : value;
      if (code instanceof String text && text.length() == LETTERS) {
        return text;
      }
    }
    return "";
  }
}
