package dev.weir.decode;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Maps for schemas that logs are commonly shipped in. */
public enum JsonPreset {
  /** Elastic Common Schema. */
  ECS(
      "src_ip=source.ip,dst_ip=destination.ip,src_port=source.port,dst_port=destination.port,"
          + "protocol=network.iana_number|network.transport,bytes_in=source.bytes,"
          + "bytes_out=destination.bytes,"
          + "packets=network.packets|source.packets+destination.packets,start=event.start,"
          + "end=event.end,time=@timestamp,verdict=event.type|event.action,"
          + "response_code=http.response.status_code,country=source.geo.country_iso_code,"
          + "rule_names=rule.name",
      TimeFormat.AUTO,
      null),
  /** Open Cybersecurity Schema Framework, class Network Activity. */
  OCSF(
      "src_ip=src_endpoint.ip,dst_ip=dst_endpoint.ip,src_port=src_endpoint.port,"
          + "dst_port=dst_endpoint.port,protocol_number=connection_info.protocol_num,"
          + "protocol=connection_info.protocol_name,bytes_in=traffic.bytes_out,"
          + "bytes_out=traffic.bytes_in,"
          + "packets=traffic.packets|traffic.packets_in+traffic.packets_out,start=start_time,"
          + "end=end_time,time=time,verdict=action|disposition,"
          + "country=src_endpoint.location.country",
      TimeFormat.AUTO,
      new LogKind("class_uid", "4001", true)),
  /** Zeek's conn log, written as JSON. */
  ZEEK(ZeekColumns.MAP, TimeFormat.EPOCH_SECONDS, new LogKind("_path", ZeekColumns.CONN, false));

  private final String map;
  private final TimeFormat time;

  @SuppressWarnings("ImmutableEnumChecker") // A record of texts.
  private final LogKind kind;

  JsonPreset(String map, TimeFormat time, LogKind kind) {
    this.map = map;
    this.time = time;
    this.kind = kind;
  }

  FieldMap map() {
    return FieldMap.parse(map);
  }

  /** The plan of a log in this schema, as far as the user's map does not change it. */
  FieldPlan plan(FieldMap own, TimeFormat ownTime, boolean opaque, Labels labels) {
    Conventions conventions =
        new Conventions(ownTime == null ? time : ownTime, opaque, labels, kind, this == ZEEK);
    FieldPlan plan = FieldPlan.mapped(own.over(map()), conventions);
    return kind == null ? plan : plan.withLogKind();
  }

  /** The name on command lines. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return id();
  }

  /** Lets command lines take one by its {@link #id}. */
  public static final class Converter implements ITypeConverter<JsonPreset> {

    /** For picocli. */
    public Converter() {}

    @Override
    public JsonPreset convert(String value) {
      for (JsonPreset preset : values()) {
        if (preset.id().equals(value)) {
          return preset;
        }
      }
      throw new TypeConversionException(
          "'%s' is not a preset; choose %s"
              .formatted(
                  value,
                  Arrays.stream(values()).map(JsonPreset::id).collect(Collectors.joining(", "))));
    }
  }
}
