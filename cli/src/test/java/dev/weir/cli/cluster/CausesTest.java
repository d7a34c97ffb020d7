package dev.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CausesTest {

  @Test
  void namesOfExceptionsAreLeftOut() {
    assertThat(
            Causes.plain("java.util.CompletionException: a.b.NotFoundException: no job: 7\n\tat x"))
        .isEqualTo("no job: 7");
  }

  @Test
  void anExceptionWithoutAMessageKeepsItsName() {
    assertThat(Causes.plain("java.io.EOFException")).isEqualTo("java.io.EOFException");
  }

  @Test
  void otherWordsStay() {
    assertThat(Causes.plain("The Error: is ours")).isEqualTo("The Error: is ours");
    assertThat(Causes.plain("")).isEmpty();
  }
}
