package dev.weir.decode;

import java.io.Serializable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Option;

/** How Zeek's tab-separated logs are written. */
public final class ZeekOptions implements Serializable {

  private static final long serialVersionUID = 1L;

  @Option(
      names = "--zeek.fields",
      paramLabel = "NAMES",
      converter = ZeekColumns.Converter.class,
      description =
          "The columns of Zeek lines that come without headers, as in a topic, as #fields lists"
              + " them; a file's own go before them. Default: those of Zeek's conn log, with or"
              + " without the ip_proto of Zeek 7.1")
  private ZeekColumns fields = ZeekColumns.DEFAULT;

  /** For picocli. */
  public ZeekOptions() {}

  static ZeekOptions of(ZeekColumns fields) {
    ZeekOptions options = new ZeekOptions();
    options.fields = fields;
    return options;
  }

  ZeekColumns fields() {
    return fields;
  }

  void arguments(BiConsumer<String, String> out) {
    if (!fields.equals(ZeekColumns.DEFAULT)) {
      out.accept("--zeek.fields", fields.toString());
    }
  }
}
