package dev.weir.network;

import dev.weir.flow.IpAddress;
import dev.weir.flow.UserException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
  private static final int MAX_MEBIBYTES = 4;

  private static final Set<String> KEYS =
      Set.of("internal", "shared", "scanners", "middleboxes", "interfaces");

  private NetworkFile() {}

  /**
   * Reads a file.
   *
   * @throws UserException where it can't be read, or says what is not understood
   */
  static Network read(Path path) {
    byte[] bytes = SmallFile.read(path, "the network's description", MAX_MEBIBYTES);
    try {
      return parse(
          path.toString(),
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new UserException(path + ": is not text in UTF-8; save it as such", e);
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
            .setCodePointLimit(MAX_MEBIBYTES << 20)
            .setMaxAliasesForCollections(0)
            .build();
    try {
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      String at = e.getProblemMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("");
      throw new UserException(file + at + ": is not YAML (" + e.getProblem() + ")", e);
    } catch (YamlEngineException e) {
      throw new UserException(file + ": is not YAML (" + e.getMessage() + ")", e);
    } catch (StackOverflowError e) {
      // The parser goes one call deeper with each level, and has no limit of its own.
      throw new UserException(file + ": is nested too deeply to describe a network", e);
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
