package dev.weir.bench.micro;

import dev.weir.bench.forest.Grown;
import dev.weir.model.Forest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Rows scored by a forest of 100 trees of 256 rows each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class ForestScoring {

  private static final int ROWS = 256;

  /** Columns. */
  @Param({"8", "16", "32"})
  public int columns;

  private Forest forest;
  private double[][] rows;
  private double[][] holes;

  /** Grows the forest; by a fixed seed. */
  @Setup(Level.Trial)
  public void grow() {
    Grown grown = Grown.of(columns, 100, 256, ROWS, 1);
    forest = grown.forest();
    rows = grown.rows();
    holes = grown.rowsWithHoles();
  }

  /** Rows one by one, as windows that close alone. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void single(Blackhole blackhole) {
    for (double[] row : rows) {
      blackhole.consume(forest.score(row));
    }
  }

  /** Rows together, as windows that close together. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public double[] batch() {
    return forest.score(rows);
  }

  /** Rows together that each miss a value. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public double[] batchWithHoles() {
    return forest.score(holes);
  }
}
