package dev.weir.decode;

import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowJson;

/** The fields that JSON and CSV logs name and flows are made of; any other name is passed over. */
enum FlowField {
  SRC_IP("src_ip", Kind.ADDRESS),
  DST_IP("dst_ip", Kind.ADDRESS),
  SRC_PORT("src_port", Kind.PORT),
  DST_PORT("dst_port", Kind.PORT),
  PROTOCOL("protocol", Kind.PROTOCOL),
  BYTES_IN("bytes_in", Kind.COUNT),
  BYTES_OUT("bytes_out", Kind.COUNT),
  PACKETS("packets", Kind.COUNT),
  START_TIME("start_time", Kind.TIME),
  CREATION_TIME("creation_time", Kind.TIME),
  TIME("time", Kind.TIME),
  END_TIME("end_time", Kind.TIME),
  ACTION("action", Kind.ACTION),
  RESPONSE_CODE("response.code", Kind.STATUS),
  COUNTRY("src_ip_country_code", Kind.TEXT),
  RULE_NAMES("rule_names", Kind.TEXTS),
  SCOPE("scope", Kind.OWN_TEXT),
  SOURCE("source_key", Kind.OWN_TEXT),
  SIDE("side", Kind.OWN_TEXT),
  SIGHT("sight", Kind.OWN_TEXT),
  TRUTH("truth", Kind.OWN_TEXT);

  /** How a field's value is read, and what it is called when it can't be. */
  enum Kind {
    ADDRESS(DeadLetterReason.BAD_ADDRESS),
    PORT(DeadLetterReason.BAD_NUMBER),
    PROTOCOL(DeadLetterReason.BAD_NUMBER),
    COUNT(DeadLetterReason.BAD_NUMBER),
    TIME(DeadLetterReason.BAD_TIME),
    ACTION(DeadLetterReason.BAD_VALUE),
    STATUS(DeadLetterReason.BAD_NUMBER),
    TEXT(DeadLetterReason.BAD_VALUE),
    TEXTS(DeadLetterReason.BAD_VALUE),
    /** What {@link FlowJson} adds; of another shape it is some other log's, and passed over. */
    OWN_TEXT(null);

    private final DeadLetterReason fault;

    Kind(DeadLetterReason fault) {
      this.fault = fault;
    }

    /** Null where nothing is wrong with a value that can't be read. */
    DeadLetterReason fault() {
      return fault;
    }
  }

  private final String id;
  private final Kind kind;

  FlowField(String id, Kind kind) {
    this.id = id;
    this.kind = kind;
  }

  /** The name in logs; a dot in it may also be a level of nesting in JSON. */
  String id() {
    return id;
  }

  /** The field's place in arrays by field, which never leave the process. */
  @SuppressWarnings("EnumOrdinal")
  int slot() {
    return ordinal();
  }

  Kind kind() {
    return kind;
  }

  /** The field of that name, or null. */
  static FlowField of(String id) {
    for (FlowField field : values()) {
      if (field.id.equals(id)) {
        return field;
      }
    }
    return null;
  }
}
