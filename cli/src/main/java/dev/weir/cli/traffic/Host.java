package dev.weir.cli.traffic;

/**
 * A machine with an address.
 *
 * @param id unique among the hosts inside; for those outside the address as a number
 * @param ip dotted IPv4
 * @param country ISO 3166 code for hosts outside, empty inside
 * @param networkInterface the interface's name in flow logs of hosts inside, empty outside
 */
record Host(int id, String name, String ip, Role role, String country, String networkInterface) {

  boolean inside() {
    return role != Role.OUTSIDE;
  }
}
