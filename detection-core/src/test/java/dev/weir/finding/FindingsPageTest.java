package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FindingsPageTest {

  /** Tests run in their module's folder. */
  private static final Path PAGE = Path.of("../docs/findings.md");

  @Test
  void pageSaysWhatTheCatalogueSays() throws IOException {
    String rendered = FindingsPage.render();
    if (Boolean.getBoolean("weir.docs.write")) {
      Files.writeString(PAGE, rendered);
    }
    assertThat(Files.readString(PAGE))
        .as("%s is not current; the command at its head writes it anew", PAGE)
        .isEqualTo(rendered);
  }

  @Test
  void everyFindingSaysAllThatPeopleNeed() {
    for (Finding finding : FindingOptions.of().all()) {
      Description about = finding.description();
      assertThat(about.falsePositives()).as(about.id()).hasSizeGreaterThan(1);
      for (String text :
          new String[] {about.meaning(), about.condition(), about.looksLike(), about.advice()}) {
        assertThat(text).as(about.id()).endsWith(".").doesNotContain("  ");
      }
    }
  }
}
