package dev.weir.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class OptionsReferenceTest {

  private static final String PAGE = "docs/options.md";

  @Test
  void pageSaysWhatTheCommandsSay() throws IOException {
    String rendered = OptionsPage.render();
    if (Boolean.getBoolean("weir.docs.write")) {
      Files.writeString(Pages.REPOSITORY.resolve(PAGE), rendered);
    }
    assertThat(Pages.read(PAGE))
        .as("%s is not current; the command at its head writes it anew", PAGE)
        .isEqualTo(rendered);
  }
}
