package dev.weir.job.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Options from the property groups of Amazon's managed Flink, which has no command line: the group
 * {@value #GROUP} holds them by their names without the hyphens.
 */
public final class PropertyGroups {

  /** Where the service puts them. */
  public static final Path FILE = Path.of("/etc/flink/application_properties.json");

  static final String GROUP = "weir";

  private static final long MAX_BYTES = 1L << 20;

  private PropertyGroups() {}

  /**
   * The same command line, with what the group holds before it; where both name an option, the
   * command line's counts.
   *
   * @param file need not be there
   * @throws UserException where it is there and not what the service writes
   */
  public static String[] before(Path file, String... args) {
    if (!Files.exists(file)) {
      return args;
    }
    List<String> all = new ArrayList<>();
    read(file).getOrDefault(GROUP, Map.of()).forEach((key, value) -> add(key, value, args, all));
    all.addAll(List.of(args));
    return all.toArray(String[]::new);
  }

  private static void add(String key, String value, String[] args, List<String> all) {
    String option = "--" + key;
    if (Arrays.stream(args).noneMatch(arg -> arg.equals(option) || arg.startsWith(option + '='))) {
      all.add(option + '=' + value);
    }
  }

  private static Map<String, Map<String, String>> read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new UserException(file + ": is larger than any list of property groups");
      }
      try (JsonParser in = new JsonFactory().createParser(Files.readAllBytes(file))) {
        return groups(in);
      }
    } catch (IOException e) {
      throw new UserException(
          file
              + ": is no list of property groups ("
              + e.getMessage().lines().findFirst().orElse("")
              + "); it has to be as Amazon's managed Flink writes it",
          e);
    }
  }

  private static Map<String, Map<String, String>> groups(JsonParser in) throws IOException {
    Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    require(in.nextToken() == JsonToken.START_ARRAY, "it begins with no list");
    while (in.nextToken() == JsonToken.START_OBJECT) {
      String id = null;
      Map<String, String> properties = Map.of();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        switch (in.currentName()) {
          case "PropertyGroupId" -> id = in.nextTextValue();
          case "PropertyMap" -> properties = properties(in);
          default -> {
            in.nextToken();
            in.skipChildren();
          }
        }
      }
      require(id != null, "a group has no PropertyGroupId");
      require(groups.put(id, properties) == null, "the group '" + id + "' stands there twice");
    }
    require(in.currentToken() == JsonToken.END_ARRAY, "a group is no object");
    return groups;
  }

  private static Map<String, String> properties(JsonParser in) throws IOException {
    Map<String, String> properties = new LinkedHashMap<>();
    require(in.nextToken() == JsonToken.START_OBJECT, "a PropertyMap is no object");
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String key = in.currentName();
      String value = in.nextTextValue();
      require(value != null, "the value of '" + key + "' is no text");
      properties.put(key, value);
    }
    return properties;
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }
}
