package dev.weir.feature;

import dev.weir.flow.Truth;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * All features of one source in one window.
 *
 * @param source whose window it is
 * @param windowStart epoch milliseconds, inclusive
 * @param windowEnd epoch milliseconds, exclusive
 * @param country the source's country as its flows name it, or empty
 * @param truth whether any flow of the window is labelled an attack; no feature, and for nobody who
 *     scores
 * @param values raw, unscaled, in the order of {@link Feature}; NaN where absent
 */
public record FeatureVector(
    SourceKey source,
    long windowStart,
    long windowEnd,
    String country,
    Truth truth,
    double[] values) {

  /** Refuses vectors of another schema. */
  public FeatureVector {
    if (values.length != Feature.COUNT) {
      throw new IllegalArgumentException(values.length + " values, not " + Feature.COUNT);
    }
  }

  /** A vector of a window of which nobody says what it is. */
  public FeatureVector(
      SourceKey source, long windowStart, long windowEnd, String country, double[] values) {
    this(source, windowStart, windowEnd, country, Truth.UNKNOWN, values);
  }

  /** The raw value of a feature; NaN where absent. */
  public double value(Feature feature) {
    return values[feature.ordinal()];
  }

  /** The same window with another raw value of a feature. */
  public FeatureVector with(Feature feature, double value) {
    double[] changed = values.clone();
    changed[feature.ordinal()] = value;
    return new FeatureVector(source, windowStart, windowEnd, country, truth, changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureVector that
        && source.equals(that.source)
        && windowStart == that.windowStart
        && windowEnd == that.windowEnd
        && country.equals(that.country)
        && truth == that.truth
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source, windowStart, windowEnd, country, truth, Arrays.hashCode(values));
  }

  /** Writes every field; NaN by its bits. */
  public void write(DataOutput out) throws IOException {
    source.write(out);
    out.writeLong(windowStart);
    out.writeLong(windowEnd);
    out.writeUTF(country);
    truth.write(out);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static FeatureVector read(DataInput in) throws IOException {
    SourceKey source = SourceKey.read(in);
    long windowStart = in.readLong();
    long windowEnd = in.readLong();
    String country = in.readUTF();
    Truth truth = Truth.read(in);
    double[] values = new double[Feature.COUNT];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return new FeatureVector(source, windowStart, windowEnd, country, truth, values);
  }
}
