package dev.weir.cli.kinesis;

import dev.weir.flow.UserException;
import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** An emulator of Kinesis for tests, which are skipped where it cannot be had. */
public final class Emulated {

  private Emulated() {}

  /** Starts it. */
  public static LocalKinesis start() throws IOException {
    try {
      return LocalKinesis.start();
    } catch (UserException e) {
      Assumptions.assumeFalse(e.getMessage().contains("needs node"), "skipped: " + e.getMessage());
      throw e;
    }
  }
}
