package dev.weir.feature;

import dev.weir.flow.FlowRecord;

/**
 * The source view with evidence.
 *
 * @param known targets that evidence may leave out first where a source has many
 */
public record SourceViews(WindowSpec window, FeatureSettings settings, KnownTargets known)
    implements WindowedView<SourceKey, SourceAccumulator, SourceView> {

  @Override
  public SourceKey key(FlowRecord flow) {
    return SourceKey.of(flow);
  }

  @Override
  public SourceAccumulator empty() {
    return new SourceAccumulator();
  }

  @Override
  public void add(SourceAccumulator seen, FlowRecord flow, long windowStart) {
    seen.add(flow, windowStart, window, settings, known);
  }

  @Override
  public SourceView close(SourceKey source, long windowStart, SourceAccumulator seen) {
    return seen.toView(source, windowStart, window, false);
  }

  @Override
  public SourceView look(SourceKey source, long windowStart, SourceAccumulator seen) {
    return seen.toView(source, windowStart, window, true);
  }
}
