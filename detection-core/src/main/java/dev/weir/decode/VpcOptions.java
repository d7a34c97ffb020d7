package dev.weir.decode;

import java.io.Serializable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Option;

/** What the user says about VPC Flow Logs. */
public final class VpcOptions implements Serializable {

  private static final long serialVersionUID = 1L;

  @Option(
      names = "--vpc.format",
      paramLabel = "FIELDS",
      converter = VpcFormatConverter.class,
      description =
          "The fields of VPC or transit gateway flow logs in their order, as AWS shows them in the"
              + " flow log's format ('$${version} $${account-id} …', in single quotes) or as bare"
              + " names. Default: the 14 fields of version 2")
  private VpcFormat format = VpcFormat.DEFAULT;

  /** For picocli: everything at its default. */
  public VpcOptions() {}

  /** Options for logs of a format of one's own. */
  public static VpcOptions of(VpcFormat format) {
    VpcOptions options = new VpcOptions();
    options.format = format;
    return options;
  }

  void arguments(BiConsumer<String, String> out) {
    out.accept("--vpc.format", format.toString());
  }

  /** The fields of a line. */
  public VpcFormat format() {
    return format;
  }
}
