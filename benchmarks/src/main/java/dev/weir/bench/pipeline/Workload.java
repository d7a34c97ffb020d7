package dev.weir.bench.pipeline;

import dev.weir.decode.LogFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How much traffic, spread over how many sources and windows: the same flows in every format, in
 * windows of the format's default length.
 *
 * @param records flows in all
 * @param windows that they fill one after another
 * @param sources that send them, with shares by Zipf's law
 * @param seed of every draw
 */
public record Workload(long records, int windows, int sources, long seed) {

  /** Sources that there are unless asked otherwise. */
  public static final int SOURCES = 50_000;

  /** Flows wander by so much of what the job waits for: none is late. */
  private static final int CALM = 3;

  /** Fewer a window would measure the closing of windows rather than the reading of flows. */
  private static final long USUAL_PER_WINDOW = 500_000;

  private static final int LEAST_WINDOWS = 2;

  /** What a model is trained on: enough windows of as many flows for a full sample. */
  private static final int TRAINED_WINDOWS = 2;

  /** So many flows, and everything else as usual. */
  public static Workload of(long records, long seed) {
    return new Workload(records, windowsOf(records), SOURCES, seed);
  }

  /** Windows that so many flows span unless asked otherwise. */
  static int windowsOf(long records) {
    return (int) Math.max(LEAST_WINDOWS, records / USUAL_PER_WINDOW);
  }

  /** The flows as a format has them. */
  public Traffic traffic(FlowText text) {
    return traffic(text, records, windows, seed);
  }

  /** As dense, but only so many windows. */
  Traffic traffic(FlowText text, int count) {
    return traffic(text, perWindow() * count, count, seed);
  }

  /** Other flows of the same sources, and as dense unless these would be too few windows. */
  Traffic paced(FlowText text, long flows, int leastWindows) {
    return traffic(text, flows, Math.max(leastWindows, (double) flows / perWindow()), seed + 2);
  }

  private Traffic traffic(FlowText text, long flows, double count, long draws) {
    LogFormat format = text.format();
    return new Traffic(
        flows,
        Sources.zipf(sources),
        draws,
        Traffic.EPOCH,
        (long) (format.window().toMillis() * count),
        format.outOfOrderness().toMillis() / CALM);
  }

  /** Flows of a window. */
  public long perWindow() {
    return records / windows;
  }

  /** A model trained on other flows of the same kind. */
  public Path model(FlowText text) throws IOException {
    return model(text, "", List.of());
  }

  /** The same, trained with further options of the train command. */
  public Path model(FlowText text, String suffix, List<String> more) throws IOException {
    return Models.of(
        String.format("%s-%d-%d-%d%s", text.format().id(), perWindow(), sources, seed, suffix),
        traffic(text, perWindow() * TRAINED_WINDOWS, TRAINED_WINDOWS, seed + 1),
        text,
        more);
  }
}
