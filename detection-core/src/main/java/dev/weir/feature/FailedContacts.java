package dev.weir.feature;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.IpAddress;
import dev.weir.flow.Side;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * First contacts that failed: flows to private addresses, at ports that nobody is known to call
 * there, which were refused or hardly answered. They tell who looks for something from who uses it,
 * and their numbers only grow. Outside of private networks dead peers are everyday. Mutable; not
 * thread-safe.
 *
 * @see <a href="https://doi.org/10.1109/SECPRI.2004.1301325">Jung 2004, Fast portscan detection
 *     using sequential hypothesis testing</a>
 */
final class FailedContacts {

  /** A reset has 40 to 60 bytes, one for each of two tries. */
  private static final long MAX_ANSWER = 120;

  private final DistinctSketch addresses;
  private final DistinctSketch ports;

  /** None. */
  FailedContacts() {
    this(new DistinctSketch(), new DistinctSketch());
  }

  private FailedContacts(DistinctSketch addresses, DistinctSketch ports) {
    this.addresses = addresses;
    this.ports = ports;
  }

  /** Whether a flow that has a target's address is such a contact. */
  static boolean isOne(FlowRecord flow, KnownTargets known) {
    return (Fate.isRefused(flow) || isUnanswered(flow))
        && IpAddress.isPrivate(flow.dstIp())
        && !known.contains(TargetId.of(flow.dstIp(), flow.dstPort()));
  }

  /**
   * Other protocols often need no answer; of half a conversation the answer is told elsewhere, and
   * of a record of which nobody knows who called it may itself be the answer to a scan.
   */
  private static boolean isUnanswered(FlowRecord flow) {
    return Fate.isTcp(flow)
        && flow.bytesOut() != FlowRecord.ABSENT
        && flow.bytesOut() <= MAX_ANSWER
        && !Fate.isHalf(flow)
        && flow.side() != Side.UNORIENTED;
  }

  void add(FlowRecord flow) {
    addresses.add(DistinctSketch.hash(flow.dstIp()));
    if (flow.dstPort() != FlowRecord.ABSENT) {
      ports.add(DistinctSketch.hash(flow.dstPort()));
    }
  }

  /** The sum of two of which either may be null, as none; may be the one, altered. */
  static FailedContacts merged(FailedContacts one, FailedContacts other) {
    if (other == null) {
      return one;
    }
    FailedContacts sum = one == null ? new FailedContacts() : one;
    sum.addresses.merge(other.addresses);
    sum.ports.merge(other.ports);
    return sum;
  }

  /** Distinct addresses; 0 of null. */
  static long addresses(FailedContacts contacts) {
    return contacts == null ? 0 : contacts.addresses.estimate();
  }

  /** Distinct ports; 0 of null. */
  static long ports(FailedContacts contacts) {
    return contacts == null ? 0 : contacts.ports.estimate();
  }

  static void write(FailedContacts contacts, DataOutput out) throws IOException {
    out.writeBoolean(contacts != null);
    if (contacts != null) {
      contacts.addresses.write(out);
      contacts.ports.write(out);
    }
  }

  static FailedContacts read(DataInput in) throws IOException {
    return in.readBoolean()
        ? new FailedContacts(DistinctSketch.read(in), DistinctSketch.read(in))
        : null;
  }
}
