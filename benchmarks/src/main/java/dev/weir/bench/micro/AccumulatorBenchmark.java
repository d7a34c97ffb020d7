package dev.weir.bench.micro;

import dev.weir.feature.Accumulator;
import dev.weir.feature.FeatureAccumulator;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.SourceAccumulator;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.SourceViews;
import dev.weir.feature.TargetAccumulator;
import dev.weir.feature.TargetViews;
import dev.weir.feature.ViewKey;
import dev.weir.feature.WindowSpec;
import dev.weir.feature.WindowedView;
import dev.weir.flow.FlowRecord;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a flow costs in a window, and a window when it is merged or closes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AccumulatorBenchmark {

  private static final int FLOWS = 1000;
  private static final WindowSpec WINDOW = WindowSpec.tumbling(60_000);

  private final FlowRecord[] flows = SampleFlows.of(FLOWS);
  private final FeatureAccumulator half = filled(0, FLOWS / 2);
  private final FeatureAccumulator rest = filled(FLOWS / 2, FLOWS);
  private final SourceKey source = SourceKey.of(flows[0]);
  private final SourceViews sources =
      new SourceViews(WINDOW, FeatureSettings.DEFAULT, KnownTargets.NONE);
  private final TargetViews targets = new TargetViews(WINDOW, FeatureSettings.DEFAULT);
  private final SourceAccumulator withEvidence = filled(sources);

  /** For JMH. */
  public AccumulatorBenchmark() {}

  private FeatureAccumulator filled(int from, int to) {
    FeatureAccumulator accumulator = new FeatureAccumulator();
    for (int i = from; i < to; i++) {
      accumulator.add(flows[i], SampleFlows.START, WINDOW, FeatureSettings.DEFAULT);
    }
    return accumulator;
  }

  private <K extends ViewKey, A extends Accumulator<A>> A filled(WindowedView<K, A, ?> view) {
    A accumulator = view.empty();
    for (FlowRecord flow : flows) {
      view.add(accumulator, flow, SampleFlows.START);
    }
    return accumulator;
  }

  /** The same with evidence, as the job adds it. */
  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public SourceAccumulator addWithEvidence() {
    return filled(sources);
  }

  /** A flow into a target's window; all flows of one. */
  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public TargetAccumulator addToTarget() {
    return filled(targets);
  }

  /** A window that closes, with evidence. */
  @Benchmark
  public SourceView toView() {
    return sources.close(source, SampleFlows.START, withEvidence);
  }

  /** A flow into a window, whose accumulator each thousandth makes anew. */
  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public FeatureAccumulator add() {
    return filled(0, FLOWS);
  }

  /** Two windows' halves into an empty one. */
  @Benchmark
  public FeatureAccumulator merge() {
    FeatureAccumulator merged = new FeatureAccumulator();
    merged.merge(half);
    merged.merge(rest);
    return merged;
  }

  /** A window that closes. */
  @Benchmark
  public FeatureVector toVector() {
    return half.toVector(source, SampleFlows.START, WINDOW);
  }
}
