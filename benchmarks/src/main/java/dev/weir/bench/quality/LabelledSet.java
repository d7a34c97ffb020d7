package dev.weir.bench.quality;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.weir.flow.UserException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Rows of numbers, and which of them are anomalies.
 *
 * @param name the file's, without its ending
 */
record LabelledSet(String name, double[][] rows, boolean[] anomalous) {

  private static final String BEGINNING = "if-";
  private static final String ENDING = ".csv.gz";

  /** Rows are held in memory, all at once. */
  private static final int MAX_VALUES = 50_000_000;

  /**
   * The sets of a folder, by name; what is called otherwise is no set.
   *
   * @throws UserException where there is none
   */
  static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UserException(folder + " is no folder; name one that holds labelled sets (--data)");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sets =
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().startsWith(BEGINNING))
              .filter(file -> file.getFileName().toString().endsWith(ENDING))
              .sorted()
              .toList();
      if (sets.isEmpty()) {
        throw new UserException(
            folder + " holds no if-*.csv.gz; name a folder with labelled sets (--data)");
      }
      return sets;
    }
  }

  /**
   * Reads a gzipped CSV file: numbers, and behind them the label, 1 of an anomaly and 0 of others.
   * A first line whose label is no number is a header.
   *
   * @throws UserException saying in which line the file is broken, and how
   */
  static LabelledSet read(Path file) {
    Reading reading = new Reading(file);
    try (Reader text =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8);
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
      csv.forEach(reading::add);
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (UncheckedIOException e) {
      throw unreadable(file, e.getCause());
    } catch (CsvParseException e) {
      throw new UserException(file + " is no CSV: " + e.getMessage(), e);
    }
    return reading.set();
  }

  private static UserException unreadable(Path file, IOException failure) {
    boolean packed = failure instanceof ZipException || failure instanceof EOFException;
    return new UserException(
        packed
            ? file + " is no whole gzip file; fetch it again"
            : file + " cannot be read; check that it exists and may be read",
        failure);
  }

  /** A set while its file is read. */
  private static final class Reading {
    private final Path file;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Boolean> labels = new ArrayList<>();
    private boolean begun;

    Reading(Path file) {
      this.file = file;
    }

    void add(CsvRecord line) {
      boolean first = !begun;
      begun = true;
      int width = line.getFieldCount() - 1;
      if (first && Double.isNaN(number(line.getField(width)))) {
        return;
      }
      if (width < 1) {
        throw broken(line, "has no value beside its label");
      }
      if (!rows.isEmpty() && width != rows.get(0).length) {
        throw broken(
            line, "has " + width + " values, where those before have " + rows.get(0).length);
      }
      if ((rows.size() + 1L) * width > MAX_VALUES) {
        throw broken(line, String.format(Locale.ROOT, "exceeds %,d values in all", MAX_VALUES));
      }
      double[] row = new double[width];
      for (int i = 0; i < width; i++) {
        row[i] = number(line.getField(i));
        if (Double.isNaN(row[i])) {
          throw broken(line, "has '" + line.getField(i) + "' where a number should be");
        }
      }
      double label = number(line.getField(width));
      if (label != 0 && label != 1) {
        throw broken(line, "has the label '" + line.getField(width) + "', neither 0 nor 1");
      }
      rows.add(row);
      labels.add(label == 1);
    }

    /** NaN of what is no finite number. */
    private static double number(String text) {
      try {
        double value = Double.parseDouble(text.strip());
        return Double.isFinite(value) ? value : Double.NaN;
      } catch (NumberFormatException e) {
        return Double.NaN;
      }
    }

    private UserException broken(CsvRecord line, String how) {
      return new UserException(
          file + ": line " + line.getStartingLineNumber() + ' ' + how + "; mend the file");
    }

    LabelledSet set() {
      long anomalies = labels.stream().filter(label -> label).count();
      if (anomalies == 0 || anomalies == rows.size()) {
        throw new UserException(
            String.format(
                "%s: %,d of %,d rows are labelled 1; a ranking needs both kinds",
                file, anomalies, rows.size()));
      }
      boolean[] anomalous = new boolean[rows.size()];
      for (int i = 0; i < anomalous.length; i++) {
        anomalous[i] = labels.get(i);
      }
      String fileName = file.getFileName().toString();
      return new LabelledSet(
          fileName.substring(0, fileName.length() - ENDING.length()),
          rows.toArray(double[][]::new),
          anomalous);
    }
  }
}
