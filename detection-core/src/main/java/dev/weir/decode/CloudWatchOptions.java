package dev.weir.decode;

import dev.weir.flow.ByteSizes;
import dev.weir.flow.OnOff;
import dev.weir.flow.UsageException;
import java.io.Serializable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Option;

/** What the user says about subscriptions of CloudWatch Logs. Filled by picocli. */
final class CloudWatchOptions implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int LEAST_SIZE = 1 << 10;
  private static final int LARGEST_SIZE = 1 << 29;
  private static final int MOST_REMEMBERED = 1 << 26;

  @Option(
      names = "--cloudwatch.inner",
      paramLabel = "FORMAT",
      defaultValue = "vpc-flow-log",
      converter = LogFormatConverter.class,
      description =
          "How the messages of log events are written: vpc-flow-log or json. Default:"
              + " ${DEFAULT-VALUE}")
  private LogFormat inner = LogFormat.VPC_FLOW_LOG;

  @Option(
      names = "--cloudwatch.max-size",
      paramLabel = "SIZE",
      defaultValue = "16MiB",
      converter = ByteSizeConverter.class,
      description =
          "A larger message is a dead letter, by its size as it comes and as it unpacks. Default:"
              + " ${DEFAULT-VALUE}")
  private int maxSize = 16 << 20;

  @Option(
      names = "--cloudwatch.drop-repeats",
      paramLabel = "on|off",
      defaultValue = "on",
      description = "Count log events once that are delivered again. Default: ${DEFAULT-VALUE}")
  private OnOff dropRepeats = OnOff.ON;

  @Option(
      names = "--cloudwatch.repeats-remembered",
      paramLabel = "N",
      defaultValue = "100000",
      description =
          "By how many of the last log events of a partition or file repeats are known. Default:"
              + " ${DEFAULT-VALUE}")
  private int repeatsRemembered = 100_000;

  /** For picocli. */
  CloudWatchOptions() {}

  /** The same of events that hold records of that format. */
  CloudWatchOptions withInner(LogFormat format) {
    CloudWatchOptions copy = new CloudWatchOptions();
    copy.inner = format;
    copy.maxSize = maxSize;
    copy.dropRepeats = dropRepeats;
    copy.repeatsRemembered = repeatsRemembered;
    return copy;
  }

  void arguments(BiConsumer<String, String> out) {
    out.accept("--cloudwatch.inner", inner.id());
    out.accept("--cloudwatch.max-size", maxSize + "B");
    out.accept("--cloudwatch.drop-repeats", dropRepeats.toString());
    out.accept("--cloudwatch.repeats-remembered", String.valueOf(repeatsRemembered));
  }

  LogFormat inner() {
    return inner;
  }

  int maxSize() {
    return maxSize;
  }

  /** 0 where repeats are not looked for. */
  int repeatsRemembered() {
    return dropRepeats.isOn() ? repeatsRemembered : 0;
  }

  /**
   * Refuses what no decoder can work with.
   *
   * @throws UsageException naming the option
   */
  void check() {
    requireInner(inner, "--cloudwatch.inner");
    if (maxSize < LEAST_SIZE || maxSize > LARGEST_SIZE) {
      throw new UsageException(
          "--cloudwatch.max-size is %s; choose from %s to %s"
              .formatted(
                  ByteSizes.format(maxSize),
                  ByteSizes.format(LEAST_SIZE),
                  ByteSizes.format(LARGEST_SIZE)));
    }
    if (repeatsRemembered < 1 || repeatsRemembered > MOST_REMEMBERED) {
      throw new UsageException(
          "--cloudwatch.repeats-remembered is %d; choose from 1 to %d, or --cloudwatch.drop-repeats"
                  .formatted(repeatsRemembered, MOST_REMEMBERED)
              + " off");
    }
  }

  /** Events hold records one by one, as only these formats do without a header. */
  static void requireInner(LogFormat format, String option) {
    if (format != LogFormat.VPC_FLOW_LOG && format != LogFormat.JSON) {
      throw new UsageException(
          option + " is " + format + "; log events can be vpc-flow-log or json");
    }
  }
}
