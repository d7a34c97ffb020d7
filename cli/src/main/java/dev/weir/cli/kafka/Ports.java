package dev.weir.cli.kafka;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
public final class Ports {

  private Ports() {}

  /** A port that nobody listens on; somebody may take it before the caller does. */
  public static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes sure that nobody listens on a port.
   *
   * @throws UserException naming the option by which to choose another
   */
  public static void requireFree(int port, String option) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      socket.setReuseAddress(true);
    } catch (IOException e) {
      throw new UserException(
          "port " + port + " is taken; end what listens there or choose another by " + option, e);
    }
  }
}
