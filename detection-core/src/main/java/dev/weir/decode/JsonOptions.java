package dev.weir.decode;

import java.io.Serializable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Option;

/** How JSON is written. */
public final class JsonOptions implements Serializable {

  private static final long serialVersionUID = 1L;

  @Option(
      names = "--json.preset",
      paramLabel = "SCHEMA",
      converter = JsonPreset.Converter.class,
      description =
          "The schema of JSON logs: ecs (Elastic), ocsf (Network Activity) or zeek (conn log)."
              + " Default: fields have Weir's names")
  private JsonPreset preset;

  @Option(
      names = "--json.map",
      paramLabel = "FIELD=NAME,…",
      converter = JsonMapConverter.class,
      description =
          "Which JSON fields hold Weir's fields, where they have other names or the preset's do not"
              + " fit, such as src_ip=client.address; dots are levels of nesting, or dots."
              + " Default: as the preset says")
  private FieldMap map = FieldMap.EMPTY;

  @Option(
      names = "--json.time",
      paramLabel = "FORM",
      converter = TimeFormat.Converter.class,
      description =
          "How times are written: iso, epoch-seconds, epoch-millis, epoch-digits or auto, as for"
              + " --csv.time. Default: epoch-seconds with --json.preset zeek, else auto")
  private TimeFormat time;

  /** For picocli. */
  public JsonOptions() {}

  FieldPlan plan(boolean opaque, Labels labels) {
    if (preset != null) {
      return preset.plan(map, time, opaque, labels);
    }
    TimeFormat form = time == null ? TimeFormat.AUTO : time;
    return FieldPlan.named(map, new Conventions(form, opaque, labels, null, false));
  }

  void arguments(BiConsumer<String, String> out) {
    if (preset != null) {
      out.accept("--json.preset", preset.id());
    }
    if (!map.equals(FieldMap.EMPTY)) {
      out.accept("--json.map", map.toString());
    }
    if (time != null) {
      out.accept("--json.time", time.id());
    }
  }
}
