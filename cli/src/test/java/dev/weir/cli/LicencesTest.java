package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LicencesTest {

  /** Its licence, the GPL 3, would become that of the whole command. */
  @Test
  void smileIsNotAmongWhatTheCommandComesWith() {
    assertThatThrownBy(() -> Class.forName("smile.anomaly.IsolationForest"))
        .isInstanceOf(ClassNotFoundException.class);
  }
}
