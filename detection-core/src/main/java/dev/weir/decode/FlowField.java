package dev.weir.decode;

import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields that flows are made of, by the names that JSON and CSV logs may have for them. */
enum FlowField {
  SRC_IP("src_ip", Kind.ADDRESS),
  DST_IP("dst_ip", Kind.ADDRESS),
  SRC_PORT("src_port", Kind.PORT),
  DST_PORT("dst_port", Kind.PORT),
  PROTOCOL("protocol", Kind.PROTOCOL),
  TCP_FLAGS("tcp_flags", Kind.BYTE),
  BYTES_IN("bytes_in", Kind.COUNT),
  BYTES_OUT("bytes_out", Kind.COUNT),
  PACKETS("packets", Kind.COUNT),
  START_TIME("start_time", Kind.TIME),
  CREATION_TIME("creation_time", Kind.TIME),
  TIME("time", Kind.TIME),
  END_TIME("end_time", Kind.TIME),
  ACTION("action", Kind.ACTION),
  RESPONSE_CODE("response.code", Kind.STATUS),
  COUNTRY("src_ip_country_code", Kind.COUNTRY),
  RULE_NAMES("rule_names", Kind.TEXTS),
  SCOPE("scope", Kind.OWN_TEXT),
  SOURCE("source_key", Kind.OWN_TEXT),
  SIDE("side", Kind.OWN_TEXT),
  SIGHT("sight", Kind.OWN_TEXT),
  TRUTH("truth", Kind.OWN_TEXT),
  /** Takes the place of an end that the log does not give. */
  DURATION("duration", Kind.SECONDS, Use.MAPPED),
  /** Takes the place of a protocol that the log does not give. */
  PROTOCOL_NUMBER("protocol_number", Kind.PROTOCOL_OR_NONE, Use.MAPPED),
  /** Takes the place of an action that the log does not give. */
  VERDICT("verdict", Kind.WORDS, Use.MAPPED),
  /** Takes the place of an action, and of TCP flags, that the log does not give. */
  CONN_STATE("conn_state", Kind.CONN_STATE, Use.MAPPED),
  /** What {@link Labels} read. */
  LABEL("label", Kind.TEXT, Use.INTERNAL),
  /** Says of which log a record is where one stream holds several. */
  LOG_KIND("log_kind", Kind.OWN_TEXT, Use.INTERNAL);

  /** How a field's value is read, and what it is called when it can't be. */
  enum Kind {
    ADDRESS(DeadLetterReason.BAD_ADDRESS),
    PORT(DeadLetterReason.BAD_NUMBER),
    PROTOCOL(DeadLetterReason.BAD_NUMBER),
    /** -1 says that there is none. */
    PROTOCOL_OR_NONE(DeadLetterReason.BAD_NUMBER),
    BYTE(DeadLetterReason.BAD_NUMBER),
    COUNT(DeadLetterReason.BAD_NUMBER),
    TIME(DeadLetterReason.BAD_TIME),
    SECONDS(DeadLetterReason.BAD_NUMBER),
    ACTION(DeadLetterReason.BAD_VALUE),
    /** Words of which one may be an action. */
    WORDS(null),
    /** Zeek's word for how a connection went. */
    CONN_STATE(null),
    STATUS(DeadLetterReason.BAD_NUMBER),
    COUNTRY(DeadLetterReason.BAD_VALUE),
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

    /** Whether a JSON number with an exponent is such a value, as a double may be written. */
    boolean takesExponent() {
      return this == TIME || this == SECONDS;
    }

    /** Whether a JSON array of texts is such a value. */
    boolean takesSeveral() {
      return this == TEXTS || this == WORDS;
    }
  }

  /** What leads from a log's own name to a field. */
  enum Use {
    /** The name itself, unless a map says otherwise. */
    NAMED,
    /** A map or preset only. */
    MAPPED,
    /** An option of its own. */
    INTERNAL
  }

  private static final Map<String, FlowField> ALIASES =
      Map.of(
          "start", START_TIME,
          "end", END_TIME,
          "response_code", RESPONSE_CODE,
          "country", COUNTRY);

  private final String id;
  private final Kind kind;
  private final Use use;

  FlowField(String id, Kind kind) {
    this(id, kind, Use.NAMED);
  }

  FlowField(String id, Kind kind, Use use) {
    this.id = id;
    this.kind = kind;
    this.use = use;
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

  Use use() {
    return use;
  }

  /** The field that a map means by a name, or null. */
  static FlowField ofTarget(String name) {
    FlowField alias = ALIASES.get(name);
    if (alias != null) {
      return alias;
    }
    for (FlowField field : values()) {
      if (field.id.equals(name) && field.use != Use.INTERNAL) {
        return field;
      }
    }
    return null;
  }

  /** Every name that a map may have for a field. */
  static List<String> targets() {
    Stream<String> ids =
        Stream.of(values()).filter(field -> field.use != Use.INTERNAL).map(FlowField::id);
    return Stream.concat(ids, ALIASES.keySet().stream().sorted()).toList();
  }
}
