package dev.weir.train;

import dev.weir.feature.TargetViews;
import dev.weir.file.LogSurvey;
import dev.weir.flow.FlowRecord;
import dev.weir.model.Model;
import dev.weir.train.report.About;
import dev.weir.train.report.InspectedViews;
import dev.weir.train.report.Inspection;
import dev.weir.train.report.Report;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Reads a history once more, now that there is a model, and reports what it holds: every window is
 * scored and judged, and not only those of the sample.
 */
final class ReportPass {

  private final Inspection inspection;
  private final Windower<?, ?, InspectedViews.Window> sources;
  private final Windower<?, ?, ?> targets;

  private ReportPass(LogSurvey survey, Model model) {
    long outOfOrderness = survey.disorder().maxMillis();
    inspection = new Inspection(model, survey.logs().network().network());
    sources = new Windower<>(new InspectedViews(model), outOfOrderness, inspection::window);
    targets =
        new Windower<>(
            new TargetViews(model.window(), model.settings()), outOfOrderness, inspection::target);
  }

  /**
   * The report of the history that a model was fitted to.
   *
   * @param about makes what is to be said beside, given how many flows were late
   */
  static Report of(
      LogSurvey survey, Model model, Function<Long, About> about, LongConsumer progress) {
    ReportPass pass = new ReportPass(survey, model);
    survey.read(pass.inspection.entries(pass::add), progress);
    pass.sources.end();
    pass.targets.end();
    return Report.of(pass.inspection, about.apply(pass.sources.late()));
  }

  private void add(FlowRecord flow) {
    targets.add(flow);
    sources.add(flow);
  }
}
