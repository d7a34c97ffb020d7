package dev.weir.finding;

import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetKey;
import dev.weir.flow.AddressBits;
import dev.weir.flow.IpAddress;
import dev.weir.network.Cidr;
import dev.weir.network.Network;
import dev.weir.network.Scanner;
import java.util.Optional;

/** Where addresses lie, as far as the user's description of the network tells. */
final class Places {

  private final Network network;

  Places(Network network) {
    this.network = network;
  }

  /** The address or prefix that a text is, or nothing for a name that means nothing here. */
  static Optional<Cidr> cidr(String text) {
    try {
      return Optional.of(Cidr.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether a text is an address of the network's own. */
  boolean isInside(String text) {
    return cidr(text).filter(network::isInternal).isPresent();
  }

  /** Whether a text is an address, and none of the network's own. */
  boolean isOutside(String text) {
    return cidr(text).filter(prefix -> !network.isInternal(prefix)).isPresent();
  }

  /** Whether many hosts stand behind an address. */
  boolean isShared(String text) {
    return cidr(text).filter(network::isShared).isPresent();
  }

  /** Whether an address is used inside networks only, whichever it is that is watched. */
  static boolean isPrivate(String text) {
    int slash = text.indexOf('/');
    return IpAddress.isPrivate(slash < 0 ? text : text.substring(0, slash));
  }

  /**
   * Which way flows go.
   *
   * @param target null where it is not told: what comes from outside then goes inside, since logs
   *     are of one's own network
   */
  Direction direction(SourceKey source, TargetKey target) {
    boolean within = isInside(source.address());
    if (!within && !isOutside(source.address())) {
      return Direction.UNKNOWN;
    }
    if (target == null) {
      return within ? Direction.UNKNOWN : Direction.INWARD;
    }
    if (isInside(target.address())) {
      return within ? Direction.WITHIN : Direction.INWARD;
    }
    return within && isOutside(target.address()) ? Direction.OUTWARD : Direction.UNKNOWN;
  }

  /** Whether the network's own scanners are expected to scan from that address at that time. */
  boolean isScannerDue(SourceKey source, long epochMillis) {
    if (network.scanners().isEmpty()) {
      return false;
    }
    AddressBits bits = new AddressBits();
    if (!bits.read(source.address())) {
      return false;
    }
    for (Scanner scanner : network.scanners()) {
      if (scanner.isDue(bits, epochMillis)) {
        return true;
      }
    }
    return false;
  }
}
