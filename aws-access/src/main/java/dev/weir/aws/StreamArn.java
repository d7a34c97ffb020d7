package dev.weir.aws;

import dev.weir.flow.UsageException;
import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Kinesis data stream's name in all of AWS.
 *
 * @param text all of it
 * @param region where the stream lies
 * @param account that it belongs to
 * @param name within account and region
 */
public record StreamArn(String text, String region, String account, String name)
    implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Pattern ARN =
      Pattern.compile(
          "arn:aws[a-z-]*:kinesis:([a-z0-9-]+):(\\d{12}):stream/([a-zA-Z0-9_.-]{1,128})");

  /**
   * Reads an ARN.
   *
   * @throws UsageException for anything else
   */
  public static StreamArn parse(String text) {
    Matcher parts = ARN.matcher(text);
    if (!parts.matches()) {
      throw new UsageException(
          "'" + text + "' is no stream's ARN; write arn:aws:kinesis:REGION:ACCOUNT:stream/NAME");
    }
    return new StreamArn(text, parts.group(1), parts.group(2), parts.group(3));
  }

  /** The stream as sentences name it. */
  public String inWords() {
    return "stream '" + name + "' in " + region + ", account " + account + ",";
  }

  @Override
  public String toString() {
    return text;
  }
}
