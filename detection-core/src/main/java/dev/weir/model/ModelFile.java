package dev.weir.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.weir.flow.UserException;
import dev.weir.output.NewFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The model file, version 3: one JSON object, {@code {"format":"weir-model","version":3,"id":…,
 * "content":{…}}}, where id is the SHA-256 of the content's bytes as they stand in the file.
 */
public final class ModelFile {

  /** The version that this release writes. */
  public static final int VERSION = 3;

  /** The oldest version that it reads: one segment, and nothing of alerts a day and hours. */
  private static final int OLDEST = 2;

  private static final String FORMAT = "weir-model";
  private static final long MAX_BYTES = 1L << 30;
  private static final JsonFactory JSON = new JsonFactory();

  private ModelFile() {}

  /** The model under the id of its content. */
  public static Model identified(Model model) {
    return model.withId(sha256(ModelWriter.content(model)));
  }

  /** The file's bytes; equal models give equal bytes. */
  public static byte[] toBytes(Model model) {
    byte[] content = ModelWriter.content(model);
    String head =
        String.format(
            "{\"format\":\"%s\",\"version\":%d,\"id\":\"%s\",\"content\":",
            FORMAT, VERSION, sha256(content));
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 200);
    out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(content);
    out.writeBytes("}\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /**
   * Writes the file whole or not at all.
   *
   * @throws UserException where it cannot be written
   */
  public static void write(Model model, Path path) {
    try (NewFile file = NewFile.at(path)) {
      write(model, file);
    } catch (IOException e) {
      throw new UserException(path + ": what was begun cannot be cleared away (" + e + ")", e);
    }
  }

  /**
   * Writes a file that was begun, so that a place that cannot be written is known before training.
   *
   * @throws UserException where it cannot be written
   */
  public static void write(Model model, NewFile file) {
    file.write(toBytes(model), "the model");
  }

  /** Reads a file's bytes without looking into them. */
  public static byte[] bytes(Path path) {
    try {
      if (Files.isDirectory(path)) {
        throw new UserException(path + ": is a folder; name a model file (--model)");
      }
      if (Files.size(path) > MAX_BYTES) {
        throw new UserException(path + ": is too large for a model; is it a log? (--model)");
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new UserException(
          path + ": no such model file; make one with 'weir train --output'", e);
    } catch (IOException e) {
      throw new UserException(path + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /** Reads a model file. */
  public static Model read(Path path) {
    return parse(bytes(path), path.toString());
  }

  /**
   * The model in a file's bytes.
   *
   * @param name what errors call the file
   * @throws UserException where it is no model, of another version, damaged or edited
   */
  public static Model parse(byte[] file, String name) {
    int start;
    long version;
    String id;
    try (JsonParser parser = JSON.createParser(file)) {
      StrictJson in = new StrictJson(parser);
      in.startObject();
      if (!in.text("format").equals(FORMAT)) {
        throw new IOException("its format is another");
      }
      version = in.integer("version");
      if (version < OLDEST || version > VERSION) {
        throw new UserException(
            String.format(
                "%s: is a model file of version %d and this release reads versions %d and %d;"
                    + " use the release that wrote it or train again",
                name, version, OLDEST, VERSION));
      }
      id = in.text("id");
      in.startObject("content");
      start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
      if (start < 0) {
        throw new IOException("it is not in UTF-8");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UserException(
          name + ": is not a Weir model file" + hint(file) + "; train one with 'weir train'", e);
    }
    return content(file, start, new Head(id, version), name);
  }

  /** What a file says before its content. */
  private record Head(String id, long version) {}

  private static Model content(byte[] file, int start, Head head, String name) {
    int end = file.length;
    while (end > start && Character.isWhitespace(file[end - 1])) {
      end--;
    }
    byte[] content = Arrays.copyOfRange(file, start, Math.max(start, end - 1));
    if (file[end - 1] != '}' || !sha256(content).equals(head.id())) {
      throw new UserException(
          name
              + ": was cut or edited: its content does not have the checksum that its id says;"
              + " restore a copy or train again");
    }
    try {
      return ModelReader.content(head.id(), head.version(), content, 0, content.length);
    } catch (IOException | IllegalArgumentException | UserException e) {
      throw new UserException(name + ": cannot be used: " + reason(e) + "; train again", e);
    }
  }

  /** What the file seems to be instead. */
  private static String hint(byte[] file) {
    if (file.length == 0) {
      return ", but empty";
    }
    return file[0] == '{' ? ", though JSON" : "";
  }

  private static String reason(Exception e) {
    return e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
