package dev.weir.cli.traffic;

/** What carries a conversation, with its IANA number. */
enum Transport {
  ICMP(1),
  TCP(6),
  UDP(17);

  private final int number;

  Transport(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
