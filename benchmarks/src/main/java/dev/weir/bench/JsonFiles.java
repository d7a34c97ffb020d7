package dev.weir.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.flow.UserException;
import dev.weir.output.NewFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Results as files: JSON for people and programs. */
public final class JsonFiles {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonFiles() {}

  /**
   * Reads one.
   *
   * @param remedy how a user comes by such a file
   */
  public static JsonNode read(Path file, String remedy) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UserException(file + " cannot be read; " + remedy, e);
    }
  }

  /** Writes one whole, and puts it in its place. */
  public static void write(NewFile file, JsonNode content) throws IOException {
    try (OutputStream out = file.open()) {
      out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
      out.write('\n');
    }
    file.finish();
  }
}
