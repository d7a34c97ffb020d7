package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.explain.Explainer;
import dev.weir.explain.Explanation;
import dev.weir.explain.Reason;
import dev.weir.model.Model;
import dev.weir.model.Models;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionTest {

  private static final String SERVER = "10.0.0.5";

  private static final History OFFICE = new History();

  private static final Detection FOUND =
      Case.from(Case.INSIDE)
          .to(SERVER, 22, 40, 9_000, 9_000)
          .judgedBy(OFFICE.detector())
          .orElseThrow();

  @Test
  void theForestsReasonsComeBehindTheFindingsOwn() {
    Explainer explainer = new Explainer(OFFICE.model());
    Explanation forest = explainer.explain(FOUND.scoring().unexplained(), FOUND.scoring().score());
    List<Reason> own = FOUND.explanation().reasons();

    Explanation all = FOUND.explained(explainer).explanation();

    assertThat(forest.reasons()).isNotEmpty();
    assertThat(all).isEqualTo(FOUND.explanation().followedBy(forest));
    assertThat(all.reasons()).startsWith(own.get(0)).hasSize(1 + forest.reasons().size());
  }

  @Test
  void whatIsExplainedStaysAsItIs() {
    Explainer explainer = new Explainer(OFFICE.model());
    Detection explained = FOUND.explained(explainer);

    assertThat(explained.scoring().unexplained()).isNull();
    assertThat(explained.explained(explainer)).isSameAs(explained);
  }

  @Test
  void noOtherModelExplainsIt() {
    Model other = Models.small();

    assertThat(other.id()).isNotEqualTo(FOUND.scoring().modelId());
    assertThat(FOUND.explained(new Explainer(other))).isSameAs(FOUND);
  }
}
