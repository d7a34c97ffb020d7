package dev.weir.network;

import dev.weir.flow.Nearest;
import dev.weir.flow.UserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a YAML file that knows its place, so that whatever is wrong with it can be found.
 *
 * @param file as the user named it
 * @param path to the value, such as {@code scanners[0].days}; empty for the whole
 */
record YamlPart(String file, String path, Node node) {

  /** The values of a mapping, none of whose keys is another than these. */
  Map<String, YamlPart> mapping(Set<String> known) {
    Map<String, YamlPart> values = mapping();
    for (Map.Entry<String, YamlPart> entry : values.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw entry.getValue().unknownKey(entry.getKey(), known);
      }
    }
    return values;
  }

  /** The values of a mapping whose keys are the user's. */
  Map<String, YamlPart> mapping() {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("is no mapping; write 'key: value' lines under it");
    }
    Map<String, YamlPart> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = new YamlPart(file, path, tuple.getKeyNode()).text();
      String at = path.isEmpty() ? key : path + '.' + key;
      YamlPart value = new YamlPart(file, at, tuple.getValueNode());
      if (values.put(key, value) != null) {
        throw value.wrong("stands there twice; keep one of them");
      }
    }
    return values;
  }

  /** The values of a list; a single value is a list of one, and nothing an empty list. */
  List<YamlPart> list() {
    if (isNothing()) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    List<YamlPart> values = new ArrayList<>();
    for (Node value : sequence.getValue()) {
      values.add(new YamlPart(file, path + '[' + values.size() + ']', value));
    }
    return values;
  }

  /** Whether a key has no value. */
  boolean isNothing() {
    return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** A plain value as it stands there. */
  String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
      return scalar.getValue();
    }
    throw wrong("is no plain value; write one text there");
  }

  /** A plain value, made something of. */
  <T> T as(Function<String, T> reader) {
    String text = text();
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private UserException unknownKey(String key, Set<String> known) {
    String hint =
        Nearest.to(key, known)
            .map(meant -> "did you mean " + meant + "?")
            .orElse("there are " + String.join(", ", known.stream().sorted().toList()));
    return new UserException(file + line() + ": the key '" + key + "' is not known here; " + hint);
  }

  UserException wrong(String what) {
    return new UserException(
        file + line() + ": " + (path.isEmpty() ? "it" : path) + separator(what) + what);
  }

  private static String separator(String what) {
    return what.startsWith("'") ? ": " : " ";
  }

  private String line() {
    return node.getStartMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("");
  }
}
