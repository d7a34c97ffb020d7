package dev.weir.bench.micro;

import dev.weir.bench.forest.Grown;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.WindowSpec;
import dev.weir.model.FeatureBaseline;
import dev.weir.model.Frequencies;
import dev.weir.model.Histogram;
import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import dev.weir.model.Quantiles;
import dev.weir.model.Segment;
import dev.weir.model.TargetBaseline;
import dev.weir.model.TrainingStatistics;
import dev.weir.model.Transform;
import dev.weir.network.NetworkSettings;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A model file of the default size, from its bytes to what scores: what a job does as it starts.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class ModelLoad {

  /** Trees, of {@link #subsample} rows each. */
  @Param("128")
  public int trees;

  /** Rows that each tree is grown from. */
  @Param("32768")
  public int subsample;

  private byte[] file;

  /** Makes the file; by a fixed seed. */
  @Setup(Level.Trial)
  public void write() {
    Transform transform = new Transform(List.of(Feature.values()), true);
    Grown grown = Grown.of(transform.columns(), trees, subsample, 1, 1);
    double[] none = new double[0];
    Segment segment =
        new Segment(
            Segment.ALL,
            grown.forest(),
            0.5,
            0.6,
            Quantiles.ofSorted(new double[] {0.5}),
            Arrays.stream(Feature.values())
                .map(
                    feature ->
                        new FeatureBaseline(
                            feature, 1, 0, Quantiles.ofSorted(none), Histogram.ofSorted(none)))
                .toList());
    file =
        ModelFile.toBytes(
            new Model(
                "",
                new WindowSpec(60_000, 60_000),
                FeatureSettings.DEFAULT,
                NetworkSettings.DEFAULT,
                transform,
                segment,
                Frequencies.none(),
                TargetBaseline.NONE,
                new TrainingStatistics(
                    "json", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0.05, 0.05, List.of())));
  }

  /** Reads, checks and lays out. */
  @Benchmark
  public Model parse() {
    return ModelFile.parse(file, "benchmark");
  }
}
