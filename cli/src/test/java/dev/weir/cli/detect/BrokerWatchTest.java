package dev.weir.cli.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.job.kafka.KafkaAccess;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerWatchTest {

  private final List<String> said = new ArrayList<>();

  @Test
  void saysNothingWhileTheBrokerAnswers() {
    look(true, true);
    assertThat(said).isEmpty();
  }

  @Test
  void saysOnceThatItIsSilentAndOnceThatItIsBack() {
    look(true, false, false, false, true, true);
    assertThat(said)
        .containsExactly(
            "Kafka at kafka:9092 has not answered for 15 s; trying on until it does.",
            "Kafka at kafka:9092 answers again.");
  }

  @Test
  void saysItEveryTime() {
    look(false, true, false, true);
    assertThat(said).hasSize(4);
  }

  private void look(Boolean... answers) {
    Iterator<Boolean> next = List.of(answers).iterator();
    try (BrokerWatch watch =
        new BrokerWatch(KafkaAccess.plain("kafka:9092"), next::next, said::add)) {
      while (next.hasNext()) {
        watch.look();
      }
    }
  }
}
