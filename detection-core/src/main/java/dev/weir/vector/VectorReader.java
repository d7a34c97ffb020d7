package dev.weir.vector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetView;
import dev.weir.feature.TargetView.SourceCount;
import dev.weir.file.LogFiles;
import dev.weir.file.MessageLines;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Truth;
import dev.weir.flow.UserException;
import dev.weir.model.StrictJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Reads the lines of {@link VectorJson}, which must all be measured alike. */
public final class VectorReader {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int LINES_BETWEEN = 1 << 10;

  private final VectorCollector out;
  private Measurement measured;
  private String first;
  private long lines;

  /** Hands on what it reads. */
  public VectorReader(VectorCollector out) {
    this.out = out;
  }

  /** Lines read so far. */
  public long lines() {
    return lines;
  }

  /**
   * Reads files and folders.
   *
   * @param progress is told now and then how many bytes are read
   * @throws UserException where one can't be read, or a line is no vector, or measured otherwise
   *     than those before it
   */
  public void read(List<Path> inputs, LongConsumer progress) {
    long done = 0;
    for (Path file : LogFiles.list(inputs)) {
      try (MessageLines in = MessageLines.open(file)) {
        while (in.next()) {
          line(in.buffer(), in.offset(), in.length(), in.origin());
          if (lines % LINES_BETWEEN == 0) {
            progress.accept(done + in.bytesRead());
          }
        }
        done += in.bytesRead();
        progress.accept(done);
      }
    }
  }

  /**
   * How the first line was measured.
   *
   * @throws UserException where there is none, or it is no vector
   */
  public static Measurement measurementOf(List<Path> inputs) {
    for (Path file : LogFiles.list(inputs)) {
      try (MessageLines in = MessageLines.open(file)) {
        if (in.next()) {
          VectorReader reader = new VectorReader(new Nobody());
          reader.line(in.buffer(), in.offset(), in.length(), in.origin());
          return reader.measured;
        }
      }
    }
    throw new UserException(
        inputs.get(0) + ": holds no vectors; name what 'weir backtest --vectors' wrote");
  }

  /** Reads one line. */
  void line(byte[] bytes, int offset, int length, String origin) {
    try (JsonParser parser = JSON.createParser(bytes, offset, length)) {
      StrictJson in = new StrictJson(parser);
      in.startObject();
      String kind = in.text("kind");
      requireVersion(in.integer("version"), origin);
      in.startObject("measured");
      check(Measurement.read(in, origin), origin);
      in.endObject();
      switch (kind) {
        case VectorJson.SOURCE -> out.vector(vector(in));
        case VectorJson.TARGET -> out.target(target(in));
        default -> throw new IOException("a kind of '" + kind + "'");
      }
      in.endObject();
      lines++;
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw new UserException(
          origin
              + " is no vector ("
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
              + "); name what 'weir backtest --vectors' or the job's --vectors.topic wrote",
          e);
    }
  }

  private static void requireVersion(long version, String origin) {
    if (version != VectorJson.VERSION) {
      throw new UserException(
          "%s is a vector of version %d, and this release reads version %d; extract it again"
              .formatted(origin, version, VectorJson.VERSION));
    }
  }

  private void check(Measurement line, String origin) {
    if (measured == null) {
      measured = line;
      first = origin;
      return;
    }
    String difference = line.differenceFrom(measured);
    if (difference != null) {
      throw new UserException(
          "%s was measured %s, unlike %s; train from vectors that were measured alike"
              .formatted(origin, difference, first));
    }
  }

  private static FeatureVector vector(StrictJson in) throws IOException {
    long start = time(in, "window_start");
    long end = time(in, "window_end");
    SourceKey source = source(in);
    String country = in.text("country");
    Truth truth = Truth.of(in.text("truth"));
    in.startObject("features");
    double[] values = new double[Feature.COUNT];
    for (Feature feature : Feature.values()) {
      values[feature.ordinal()] = in.number(feature.id());
    }
    in.endObject();
    return new FeatureVector(source, start, end, country, truth, values);
  }

  private static SourceKey source(StrictJson in) throws IOException {
    String address = in.text("src_ip");
    return new SourceKey(in.text("scope").intern(), address);
  }

  private static long time(StrictJson in, String name) throws IOException {
    return Instant.parse(in.text(name)).toEpochMilli();
  }

  private static TargetView target(StrictJson in) throws IOException {
    long start = time(in, "window_start");
    long end = time(in, "window_end");
    String address = in.text("dst_ip");
    double port = in.number("dst_port");
    TargetKey target = new TargetKey(address, Double.isNaN(port) ? FlowRecord.ABSENT : (int) port);
    long flows = in.integer("flows");
    double bytesIn = in.number("bytes_in");
    long sources = in.integer("sources");
    List<SourceCount> top = new ArrayList<>();
    in.startArray("top_sources");
    while (in.nextObject()) {
      top.add(new SourceCount(source(in), in.integer("flows")));
      in.endObject();
    }
    return new TargetView(
        target,
        start,
        end,
        flows,
        bytesIn,
        Double.NaN,
        sources,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        top,
        start,
        end - 1,
        Truth.UNKNOWN,
        false);
  }

  /** For whoever only wants to know how vectors were measured. */
  private static final class Nobody implements VectorCollector {
    @Override
    public void vector(FeatureVector vector) {}

    @Override
    public void target(TargetView view) {}
  }
}
