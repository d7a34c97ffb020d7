package dev.weir.decode;

/** The fields of a VPC flow log record of version 2, in the order of AWS's default format. */
enum VpcField {
  VERSION("version"),
  ACCOUNT_ID("account-id"),
  INTERFACE_ID("interface-id"),
  SRCADDR("srcaddr"),
  DSTADDR("dstaddr"),
  SRCPORT("srcport"),
  DSTPORT("dstport"),
  PROTOCOL("protocol"),
  PACKETS("packets"),
  BYTES("bytes"),
  START("start"),
  END("end"),
  ACTION("action"),
  LOG_STATUS("log-status");

  private final String id;

  VpcField(String id) {
    this.id = id;
  }

  /** AWS's name. */
  String id() {
    return id;
  }

  /** The field's place in a line, from 0. */
  @SuppressWarnings("EnumOrdinal")
  int position() {
    return ordinal();
  }
}
