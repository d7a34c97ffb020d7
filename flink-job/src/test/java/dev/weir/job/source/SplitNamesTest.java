package dev.weir.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitNamesTest {

  private final SplitNames names = new SplitNames();

  @Test
  void aPartitionIsNamedOnce() {
    String name = names.of("flows", 3);

    assertThat(name).isEqualTo("flows-3");
    assertThat(names.of("flows", 40)).isEqualTo("flows-40");
    assertThat(names.of("flows", 0)).isEqualTo("flows-0");
    assertThat(names.of("flows", 3)).isSameAs(name);
  }

  @Test
  void partitionsOfAnotherTopicHaveNamesOfTheirOwn() {
    names.of("flows", 3);

    assertThat(names.of("others", 3)).isEqualTo("others-3");
    assertThat(names.of("flows", 3)).isEqualTo("flows-3");
  }
}
