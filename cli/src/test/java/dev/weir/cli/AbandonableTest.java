package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flow.UserException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AbandonableTest {

  private final StopSignal stop = new StopSignal();

  @Test
  void givesTheResultOfWorkThatIsDone() throws Exception {
    assertThat(Abandonable.run("work", () -> 42, stop)).hasValue(42);
  }

  @Test
  void passesOnWhatTheWorkThrows() {
    assertThatThrownBy(
            () ->
                Abandonable.run(
                    "work",
                    () -> {
                      throw new UserException("no such file");
                    },
                    stop))
        .isInstanceOf(UserException.class)
        .hasMessage("no such file");
  }

  @Test
  void leavesWorkBehindThatIsNotDoneWhenStopIsRequested() throws Exception {
    CountDownLatch never = new CountDownLatch(1);

    Optional<Integer> result =
        Abandonable.run(
            "work",
            () -> {
              stop.request();
              never.await();
              return 42;
            },
            stop);

    assertThat(result).isEmpty();
  }
}
