package dev.weir.cli.traffic;

/** Dotted addresses, invented. */
final class Addresses {
  private Addresses() {}

  static String dotted(int address) {
    return (address >>> 24)
        + "."
        + ((address >>> 16) & 255)
        + "."
        + ((address >>> 8) & 255)
        + "."
        + (address & 255);
  }

  /** Any address that can be met on the internet. */
  static int anyPublic(Dice dice) {
    while (true) {
      int address = (int) dice.bits();
      if (routable(address >>> 24, (address >>> 16) & 255) && (address & 255) != 0) {
        return address;
      }
    }
  }

  private static boolean routable(int first, int second) {
    boolean reserved =
        first == 0
            || first == 10
            || first == 127
            || first >= 224
            || (first == 100 && second >= 64 && second < 128)
            || (first == 169 && second == 254)
            || (first == 172 && second >= 16 && second < 32)
            || (first == 192 && (second == 0 || second == 88 || second == 168))
            || (first == 198 && (second == 18 || second == 19 || second == 51))
            || (first == 203 && second == 0);
    return !reserved;
  }
}
