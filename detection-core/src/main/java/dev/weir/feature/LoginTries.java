package dev.weir.feature;

import dev.weir.flow.FlowRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Flows to the ports where one logs in that are too small for work that is done: their numbers only
 * grow, as the mean of bytes does not. A flow whose log tells no bytes is none. Mutable; not
 * thread-safe.
 */
final class LoginTries {

  static final int SSH = 22;
  static final int RDP = 3389;

  /** Six refused passwords with their handshake move about 5 kB; a clone or a copied file more. */
  private static final long MOST_SSH_BYTES = 16_000;

  /** Refused at once it is 4 kB; a server that draws its login screen sends ten times that. */
  private static final long MOST_RDP_BYTES = 64_000;

  private long ssh;
  private long rdp;

  /** Whether a port is one where one logs in. */
  static boolean isLogin(int port) {
    return port == SSH || port == RDP;
  }

  /**
   * Most bytes both ways of a flow that is counted.
   *
   * @param port where one logs in
   */
  static long mostBytes(int port) {
    return port == SSH ? MOST_SSH_BYTES : MOST_RDP_BYTES;
  }

  /**
   * Adds a flow to such a port, if it is known, at least in one direction, to be as small. Of half
   * a conversation the half that is large when work is done is told elsewhere.
   */
  void add(FlowRecord flow) {
    boolean unknown = flow.bytesIn() == FlowRecord.ABSENT && flow.bytesOut() == FlowRecord.ABSENT;
    if (unknown || Fate.isHalf(flow)) {
      return;
    }
    long bytes = Math.max(0, flow.bytesIn()) + Math.max(0, flow.bytesOut());
    if (bytes > mostBytes(flow.dstPort())) {
      return;
    }
    if (flow.dstPort() == SSH) {
      ssh++;
    } else {
      rdp++;
    }
  }

  /** How many went to a port; 0 of null. */
  static long at(LoginTries tries, int port) {
    if (tries == null || !isLogin(port)) {
      return 0;
    }
    return port == SSH ? tries.ssh : tries.rdp;
  }

  /** The sum of two of which either may be null, as none; may be the one, altered. */
  static LoginTries merged(LoginTries one, LoginTries other) {
    if (other == null) {
      return one;
    }
    LoginTries sum = one == null ? new LoginTries() : one;
    sum.ssh += other.ssh;
    sum.rdp += other.rdp;
    return sum;
  }

  /** Null of none. */
  static LoginTries of(long ssh, long rdp) {
    if (ssh == 0 && rdp == 0) {
      return null;
    }
    LoginTries tries = new LoginTries();
    tries.ssh = ssh;
    tries.rdp = rdp;
    return tries;
  }

  static void write(LoginTries tries, DataOutput out) throws IOException {
    Varint.write(out, at(tries, SSH));
    Varint.write(out, at(tries, RDP));
  }

  static LoginTries read(DataInput in) throws IOException {
    return of(Varint.read(in), Varint.read(in));
  }
}
