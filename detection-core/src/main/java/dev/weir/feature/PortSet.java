package dev.weir.feature;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** An immutable set of ports that answers without boxing. */
public final class PortSet {

  private final BitSet ports;

  private PortSet(BitSet ports) {
    this.ports = ports;
  }

  /**
   * A set of these ports.
   *
   * @throws IllegalArgumentException naming the first that is not between 0 and 65535
   */
  public static PortSet of(Collection<Integer> ports) {
    BitSet bits = new BitSet();
    for (int port : ports) {
      if (port < 0 || port > 65535) {
        throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
      }
      bits.set(port);
    }
    return new PortSet(bits);
  }

  boolean contains(int port) {
    return ports.get(port);
  }

  /** The ports, ascending. */
  public List<Integer> toList() {
    return ports.stream().boxed().toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PortSet that && ports.equals(that.ports);
  }

  @Override
  public int hashCode() {
    return ports.hashCode();
  }

  @Override
  public String toString() {
    return ports.toString();
  }
}
