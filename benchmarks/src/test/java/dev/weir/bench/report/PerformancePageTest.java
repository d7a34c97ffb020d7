package dev.weir.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PerformancePageTest {

  /** Tests run in their module's folder. */
  private static final Path PAGE = Path.of("../docs/performance.md");

  private static final Results RESULTS = Results.in(Path.of("results"));

  @Test
  void tablesAreThoseOfTheCommittedResults() throws IOException {
    if (Boolean.getBoolean("weir.docs.write")) {
      Files.writeString(PAGE, Block.fill(Files.readString(PAGE), RESULTS));
    }
    String page = Files.readString(PAGE);
    assertThat(Block.fill(page, RESULTS))
        .as("%s is not current; 'scripts/bench report --write' writes its tables anew", PAGE)
        .isEqualTo(page);
  }

  @Test
  void figuresChangedByHandAreOverwritten() throws IOException {
    String page = Files.readString(PAGE);
    String row = "| " + Cells.code("smile_rows_per_second") + " |";

    assertThat(Block.fill(page.replace(row, row + " 1 |"), RESULTS)).isEqualTo(page);
  }

  @Test
  void pageThatLacksABlockIsRefused() {
    assertThatThrownBy(() -> Block.fill("# nothing\n", RESULTS))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("machine");
  }

  @Test
  void blockThatNothingWritesIsRefused() {
    assertThatThrownBy(() -> Block.fill("<!-- bench: moon -->\n\n<!-- /bench -->", RESULTS))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("moon");
  }

  /** What a later reader needs to judge figures by. */
  @Test
  void everyResultSaysWhatItWasMeasuredOn() {
    List<Results.Origin> origins = RESULTS.origins();

    assertThat(origins).hasSize(6);
    for (Results.Origin origin : origins) {
      assertThat(origin.machine().fieldNames())
          .toIterable()
          .as(origin.command())
          .containsExactly("date", "cpu", "cores", "memory_mib", "jdk", "max_heap_mib");
    }
  }

  @Test
  void resultsNameNoFolderOfTheMachine() throws IOException {
    for (String name : List.of("pipeline", "growth", "forest", "micro")) {
      assertThat(Files.readString(Path.of("results", name + ".json")))
          .doesNotContain("weir.home", "java.io.tmpdir", "\"jvm\"");
    }
  }

  @Test
  void everyBlockHasItsTable() {
    assertThat(
            Block.tables(RESULTS).values().stream()
                .map(Table::toString)
                .collect(Collectors.toList()))
        .hasSize(Block.values().length)
        .allSatisfy(table -> assertThat(table).contains("|---|"));
  }
}
