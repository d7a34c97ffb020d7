package dev.weir.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Truth;
import org.junit.jupiter.api.Test;

class AttackLogTest {

  private static final long MINUTE = 60_000;
  private static final SourceKey ATTACKER = new SourceKey("", "192.0.2.1");

  private final AttackLog log = new AttackLog(new WindowSpec(MINUTE, MINUTE / 2));

  private void attack(String label, String target, long time) {
    if (label != null) {
      log.attack(label);
    }
    log.flow(flow(target, time, Truth.ANOMALOUS));
  }

  private static FlowRecord flow(String target, long time, Truth truth) {
    return FlowRecord.builder()
        .srcIp(ATTACKER.address())
        .dstIp(target)
        .start(time)
        .end(time)
        .truth(truth)
        .build();
  }

  @Test
  void namesTheAttacksOfEveryWindowThatHoldsTheirFlows() {
    attack("scan", "10.0.0.1", MINUTE);
    attack("guess", "10.0.0.1", MINUTE + 1);
    attack("guess", "10.0.0.1", 5 * MINUTE);
    log.flow(flow("10.0.0.1", 9 * MINUTE, Truth.NORMAL));

    assertThat(log.of(ATTACKER, MINUTE)).containsExactly("guess", "scan");
    assertThat(log.of(ATTACKER, MINUTE / 2)).containsExactly("guess", "scan");
    assertThat(log.of(ATTACKER, 0)).isEmpty();
    assertThat(log.of(ATTACKER, 5 * MINUTE)).containsExactly("guess");
    assertThat(log.of(ATTACKER, 9 * MINUTE)).isEmpty();
    assertThat(log.of(new SourceKey("other", ATTACKER.address()), MINUTE)).isEmpty();
  }

  @Test
  void anAttackThatNobodyNamesIsAnAttack() {
    attack("scan", "10.0.0.1", MINUTE);
    attack(null, "10.0.0.1", 5 * MINUTE);

    assertThat(log.of(ATTACKER, 5 * MINUTE)).containsExactly("attack");
  }

  @Test
  void whatFollowsWithinAnHourIsOneAttack() {
    attack("scan", "10.0.0.2", 30 * MINUTE);
    attack("scan", "10.0.0.1", 0);
    attack("scan", "10.0.0.1", 85 * MINUTE);
    attack("scan", "10.0.0.3", 200 * MINUTE);
    attack("guess", "10.0.0.1", 3 * MINUTE);

    assertThat(log.spans())
        .extracting("name", "start", "end")
        .containsExactly(
            tuple("scan", 0L, 85 * MINUTE),
            tuple("guess", 3 * MINUTE, 3 * MINUTE),
            tuple("scan", 200 * MINUTE, 200 * MINUTE));
    assertThat(log.spans().get(0).targets()).containsExactlyInAnyOrder("10.0.0.1", "10.0.0.2");
    assertThat(log.sources()).isEqualTo(1);
    assertThat(log.days()).isEqualTo(200.0 / (24 * 60));
  }

  @Test
  void anIncidentIsOfAnAttackByItsSourceOrItsVictim() {
    attack("scan", "10.0.0.1", 10 * MINUTE);
    attack("scan", "10.0.0.1", 20 * MINUTE);
    AttackSpan span = log.spans().get(0);

    assertThat(span.matches(ATTACKER.address(), "10.9.9.9", 0, 10 * MINUTE)).isTrue();
    assertThat(span.matches(ATTACKER.address(), null, 0, 10 * MINUTE - 1)).isFalse();
    assertThat(span.matches(ATTACKER.address(), null, 20 * MINUTE + 1, 30 * MINUTE)).isFalse();
    assertThat(span.matches("192.0.2.9", "10.0.0.1", 0, 30 * MINUTE)).isFalse();
    assertThat(span.matches(null, "10.0.0.1", 0, 30 * MINUTE)).isTrue();
    assertThat(span.matches(null, "10.0.0.2", 0, 30 * MINUTE)).isFalse();
    assertThat(span.matches(null, null, 0, 30 * MINUTE)).isFalse();
  }
}
