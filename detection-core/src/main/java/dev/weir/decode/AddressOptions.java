package dev.weir.decode;

import java.io.Serializable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Option;

/** What stands for addresses in logs that name their fields. */
public final class AddressOptions implements Serializable {

  private static final long serialVersionUID = 1L;

  @Option(
      names = "--src-ip.opaque",
      paramLabel = "true|false",
      arity = "1",
      defaultValue = "false",
      description =
          "Sources and destinations of csv, json and zeek are names that mean nothing to Weir, such"
              + " as AS numbers or MACs: any text, in no network, private to nobody."
              + " Default: ${DEFAULT-VALUE}")
  private boolean opaque;

  /** For picocli. */
  public AddressOptions() {}

  boolean isOpaque() {
    return opaque;
  }

  void arguments(BiConsumer<String, String> out) {
    out.accept("--src-ip.opaque", String.valueOf(opaque));
  }
}
