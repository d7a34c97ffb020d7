package dev.weir.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DisorderTest {

  @Test
  void isZeroForALogInOrder() {
    Disorder disorder = measure(List.of(1, 1, 5, 9));
    assertThat(disorder.maxMillis()).isZero();
    assertThat(disorder.first()).isEqualTo(1);
    assertThat(disorder.last()).isEqualTo(9);
    assertThat(disorder.flows()).isEqualTo(4);
  }

  @Test
  void isTheWorstFlowsLagBehindTheLatestBeforeIt() {
    assertThat(measure(List.of(10, 7, 20, 15, 12, 30)).maxMillis()).isEqualTo(8);
  }

  @Test
  void hasNoTimesWithoutFlows() {
    Disorder disorder = new Disorder(Long.MAX_VALUE);
    assertThat(disorder.isEmpty()).isTrue();
    assertThatThrownBy(disorder::first).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void leavesAsideWhatLiesFurtherBehindThanTheCap() {
    Disorder disorder = new Disorder(100);
    for (long time : new long[] {1000, 0, 970, 1010, 911}) {
      disorder.add(time);
    }

    assertThat(disorder.maxMillis()).isEqualTo(99);
  }

  @Test
  void isTheCapWhereANextFileBeginsFurtherBack() {
    Disorder disorder = new Disorder(100);
    disorder.add(1000);
    Disorder next = new Disorder(100);
    next.add(5);
    disorder.addAll(next);

    assertThat(disorder.maxMillis()).isEqualTo(100);
  }

  @Property
  void ofTwoFilesIsThatOfTheirFlowsInARow(
      @ForAll List<@IntRange(max = 100) Integer> one,
      @ForAll List<@IntRange(max = 100) Integer> two) {
    Disorder joined = measure(one);
    joined.addAll(measure(two));
    Disorder whole = measure(one);
    two.forEach(whole::add);

    assertThat(joined).usingRecursiveComparison().isEqualTo(whole);
  }

  private static Disorder measure(List<Integer> times) {
    Disorder disorder = new Disorder(Long.MAX_VALUE);
    times.forEach(disorder::add);
    return disorder;
  }
}
