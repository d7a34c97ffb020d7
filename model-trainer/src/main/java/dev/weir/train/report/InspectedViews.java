package dev.weir.train.report;

import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.WindowSpec;
import dev.weir.feature.WindowedView;
import dev.weir.flow.FlowRecord;
import dev.weir.model.Model;

/** The job's source view by the windows of a model, with flows by port beside. */
public record InspectedViews(Model model)
    implements WindowedView<SourceKey, InspectedWindow, InspectedViews.Window> {

  /** A window that has closed. */
  public record Window(SourceView view, PortCounts ports) {}

  @Override
  public WindowSpec window() {
    return model.window();
  }

  @Override
  public SourceKey key(FlowRecord flow) {
    return SourceKey.of(flow);
  }

  @Override
  public InspectedWindow empty() {
    return new InspectedWindow();
  }

  @Override
  public void add(InspectedWindow seen, FlowRecord flow, long windowStart) {
    seen.add(flow, windowStart, window(), model.settings(), model.targets().known());
  }

  @Override
  public Window close(SourceKey source, long windowStart, InspectedWindow seen) {
    return new Window(seen.source().toView(source, windowStart, window(), false), seen.ports());
  }

  @Override
  public Window look(SourceKey source, long windowStart, InspectedWindow seen) {
    return close(source, windowStart, seen);
  }
}
