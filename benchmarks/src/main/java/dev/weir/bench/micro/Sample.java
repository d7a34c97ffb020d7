package dev.weir.bench.micro;

import dev.weir.feature.Accumulator;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.OpenWindows;
import dev.weir.feature.PartialWindow;
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
import dev.weir.job.types.Packing;
import dev.weir.job.types.WindowPart;
import dev.weir.job.types.WireType;
import dev.weir.model.ScoredWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A value as the job's tasks hand them to each other, or keep it in state.
 *
 * @param type as which it is written
 */
record Sample(WireType type, Object value) {

  private static final WindowSpec WINDOW = WindowSpec.tumbling(60_000);
  private static final SourceViews SOURCES =
      new SourceViews(WINDOW, FeatureSettings.DEFAULT, KnownTargets.NONE);
  private static final TargetViews TARGETS = new TargetViews(WINDOW, FeatureSettings.DEFAULT);
  private static final Packing<SourceAccumulator> SOURCE_PACKING =
      new Packing<>(SourceAccumulator::read);
  private static final Packing<TargetAccumulator> TARGET_PACKING =
      new Packing<>(TargetAccumulator::read);
  private static final int ID_LENGTH = 32;

  /** A value of a type that holds so many flows. */
  static Sample of(WireType type, int flows) {
    FlowRecord[] all = SampleFlows.of(flows);
    return new Sample(
        type,
        switch (type) {
          case FLOW -> all[0];
          case PARTIAL -> WindowPart.of(partial(SOURCES, all), SOURCE_PACKING);
          case ACCUMULATOR -> SOURCE_PACKING.pack(partial(SOURCES, all).seen());
          case TARGET_PARTIAL -> WindowPart.of(partial(TARGETS, all), TARGET_PACKING);
          case TARGET_ACCUMULATOR -> TARGET_PACKING.pack(partial(TARGETS, all).seen());
          case SOURCE_VIEW -> view(all);
          case SCORED_WINDOW ->
              new ScoredWindow(view(all), 0.5, ScoredWindow.NORMAL, false, "0".repeat(ID_LENGTH));
          default -> throw new IllegalArgumentException("no sample of " + type);
        });
  }

  private static SourceView view(FlowRecord[] flows) {
    return SOURCES.close(SourceKey.of(flows[0]), SampleFlows.START, partial(SOURCES, flows).seen());
  }

  /** The one with most flows of the windows that they fill. */
  private static <K extends ViewKey, A extends Accumulator<A>> PartialWindow<K, A> partial(
      WindowedView<K, A, ?> view, FlowRecord[] flows) {
    OpenWindows<K, A> open = new OpenWindows<>(view);
    for (FlowRecord flow : flows) {
      open.add(flow, Long.MIN_VALUE);
    }
    List<PartialWindow<K, A>> windows = new ArrayList<>();
    open.closeAll(windows::add);
    return windows.stream().max(Comparator.comparingLong(PartialWindow::flows)).orElseThrow();
  }
}
