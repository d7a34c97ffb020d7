package dev.weir.network;

import dev.weir.flow.AddressBits;
import java.io.Serializable;

/** Machines of one's own that scan the network, at times that are known. */
public final class Scanner implements Serializable {

  private static final long serialVersionUID = 1L;

  private final AddressSet addresses;
  private final Schedule schedule;

  Scanner(AddressSet addresses, Schedule schedule) {
    this.addresses = addresses;
    this.schedule = schedule;
  }

  /** Whether a scan from that address is expected at that time. */
  public boolean isDue(AddressBits address, long epochMillis) {
    return addresses.contains(address) && schedule.holds(epochMillis);
  }
}
