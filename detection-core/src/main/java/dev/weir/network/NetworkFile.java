package dev.weir.network;

import dev.weir.flow.IpAddress;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the description of a network, and refuses whatever it does not know. */
final class NetworkFile {

  /** A description of ten thousand interfaces is a tenth of it. */
  static final int MAX_BYTES = 4 << 20;

  private static final Set<String> KEYS =
      Set.of("internal", "shared", "scanners", "middleboxes", "interfaces");

  private NetworkFile() {}

  /**
   * Reads a file.
   *
   * @throws UserException where it can't be read, or says what is not understood
   */
  static Network read(Path path) {
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw new UserException(
            path + ": is too large to describe a network; name a file of at most 4 MiB");
      }
      return parse(path.toString(), Files.readString(path));
    } catch (NoSuchFileException e) {
      throw new UserException(path + ": no such file; name the network's description", e);
    } catch (IOException e) {
      throw new UserException(path + ": cannot be read as text (" + e.getMessage() + ")", e);
    }
  }

  /** Reads a file's text. */
  static Network parse(String file, String text) {
    Optional<Node> document = compose(file, text);
    if (document.isEmpty()) {
      return Network.DEFAULT;
    }
    Map<String, YamlPart> parts = new YamlPart(file, "", document.get()).mapping(KEYS);
    YamlPart internal = parts.get("internal");
    return new Network(
        internal == null ? Network.ofPrivateRanges() : addresses(internal),
        addresses(parts.get("shared")),
        addresses(parts.get("middleboxes")),
        Scanners.of(parts.get("scanners")),
        interfaces(parts.get("interfaces")));
  }

  private static Optional<Node> compose(String file, String text) {
    // Aliases could make little text into a great deal.
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(MAX_BYTES)
            .setMaxAliasesForCollections(0)
            .build();
    try {
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      String at = e.getProblemMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("");
      throw new UserException(file + at + ": is not YAML (" + e.getProblem() + ")", e);
    } catch (YamlEngineException e) {
      throw new UserException(file + ": is not YAML (" + e.getMessage() + ")", e);
    }
  }

  /** Addresses and prefixes; none where there is nothing. */
  static AddressSet addresses(YamlPart part) {
    List<Cidr> prefixes = new ArrayList<>();
    if (part != null) {
      part.list().forEach(item -> prefixes.add(item.as(Cidr::parse)));
    }
    return AddressSet.of(prefixes);
  }

  private static Map<String, Set<String>> interfaces(YamlPart part) {
    Map<String, Set<String>> interfaces = new TreeMap<>();
    if (part != null && !part.isNothing()) {
      part.mapping()
          .forEach(
              (id, addresses) ->
                  interfaces.put(
                      id,
                      addresses.list().stream()
                          .map(item -> item.as(NetworkFile::address))
                          .collect(Collectors.toUnmodifiableSet())));
    }
    return interfaces;
  }

  private static String address(String text) {
    String canonical = IpAddress.canonical(text);
    if (canonical == null) {
      throw new IllegalArgumentException("'" + text + "' is no address");
    }
    return canonical;
  }
}
