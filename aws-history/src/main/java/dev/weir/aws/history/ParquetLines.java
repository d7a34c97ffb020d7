package dev.weir.aws.history;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import dev.weir.flow.UserException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.column.ColumnDescriptor;

/**
 * Flow logs in Parquet as the lines that they have in text: the names of the columns first, with
 * AWS's hyphens for their underscores, then a line for each record with {@code -} for what it
 * lacks.
 */
final class ParquetLines {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final String ABSENT = "-";

  private ParquetLines() {}

  /**
   * Puts lines, packed, in the place of a file that is Parquet; leaves any other as it is.
   *
   * @param name of the object, for errors
   * @throws UserException where it begins like Parquet and is none
   */
  static void unpack(Path file, String name) throws IOException {
    if (!isParquet(file)) {
      return;
    }
    Path lines = file.resolveSibling(file.getFileName() + ".lines.gz");
    try {
      write(file, lines);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      throw new UserException(
          "object '"
              + name
              + "' is damaged, or no Parquet of flat columns ("
              + e.getMessage()
              + "); fetch it again, or leave it out",
          e);
    }
    Files.delete(file);
  }

  private static boolean isParquet(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  private static void write(Path file, Path lines) throws IOException {
    List<String> columns = columns(file);
    try (OutputStream out =
            new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(lines)));
        Stream<String> records = ParquetReader.streamContent(file.toFile(), new Line(columns))) {
      writeLine(String.join(" ", columns).replace('_', '-'), out);
      for (Iterator<String> record = records.iterator(); record.hasNext(); ) {
        writeLine(record.next(), out);
      }
    }
  }

  private static List<String> columns(Path file) throws IOException {
    return ParquetReader.readMetadata(file.toFile())
        .getFileMetaData()
        .getSchema()
        .getColumns()
        .stream()
        .map(ParquetLines::name)
        .toList();
  }

  private static String name(ColumnDescriptor column) {
    if (column.getPath().length > 1 || column.getMaxRepetitionLevel() > 0) {
      throw new IllegalArgumentException(String.join(".", column.getPath()) + " is nested");
    }
    return column.getPath()[0];
  }

  private static void writeLine(String line, OutputStream out) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  /** Puts the values of a record into a line, in the order of the columns. */
  private record Line(List<String> columns) implements Hydrator<Object[], String, String[]> {

    @Override
    public Object[] start() {
      return new Object[columns.size()];
    }

    @Override
    public Object[] add(Object[] values, String[] path, Object value) {
      values[columns.indexOf(path[0])] = value;
      return values;
    }

    @Override
    public String finish(Object[] values) {
      return Arrays.stream(values).map(Line::text).collect(Collectors.joining(" "));
    }

    /** No value may hold what parts them. */
    private static String text(Object value) {
      String text = value == null ? "" : String.valueOf(value).replaceAll("\\s+", "_");
      return text.isEmpty() ? ABSENT : text;
    }
  }
}
