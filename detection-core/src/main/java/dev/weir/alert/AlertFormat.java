package dev.weir.alert;

import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How alerts are written for those who read them. */
@SuppressWarnings("ImmutableEnumChecker") // References to static methods hold no state.
public enum AlertFormat {
  /** Weir's own, which has everything. */
  NATIVE("weir.alert", String.valueOf(AlertJson.SCHEMA), AlertJson::toBytes),
  /** Open Cybersecurity Schema Framework: a Detection Finding, class 2004. */
  OCSF("ocsf.detection_finding", OcsfJson.VERSION, OcsfJson::toBytes),
  /** Elastic Common Schema. */
  ECS("ecs", EcsJson.VERSION, EcsJson::toBytes);

  private final String id = name().toLowerCase(Locale.ROOT);
  private final String schema;
  private final String version;
  private final Function<Alert, byte[]> writer;

  AlertFormat(String schema, String version, Function<Alert, byte[]> writer) {
    this.schema = schema;
    this.version = version;
    this.writer = writer;
  }

  /** The name in options. */
  public String id() {
    return id;
  }

  /** The name of the schema, which messages carry in a header. */
  public String schema() {
    return schema;
  }

  /** Its version, likewise. */
  public String version() {
    return version;
  }

  @Override
  public String toString() {
    return id;
  }

  /** Reads the names of the option. */
  static final class Converter implements ITypeConverter<AlertFormat> {

    @Override
    public AlertFormat convert(String text) {
      for (AlertFormat format : values()) {
        if (format.id.equals(text)) {
          return format;
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is no format of alerts; choose native, ocsf or ecs");
    }
  }

  /** The alert as one JSON object. */
  public byte[] toBytes(Alert alert) {
    return writer.apply(alert);
  }
}
