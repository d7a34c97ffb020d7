package dev.weir.decode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Payloads of subscriptions as CloudWatch Logs sends them, and decoders for them. */
public final class Envelopes {
  /** A flow of 10.0.0.1 without anything that tells its scope. */
  public static final String JSON_FLOW =
      "{\\\"src_ip\\\":\\\"10.0.0.1\\\",\\\"time\\\":\\\"2024-04-25T23:00:00Z\\\"}";

  private Envelopes() {}

  /** A VPC record of one source. */
  public static String vpc(String source) {
    return "2 123456789012 eni-1 "
        + source
        + " 198.51.100.7 40000 443 6 10 8000 1669842701 1669842702 ACCEPT OK";
  }

  /** An event; the message must need no escapes. */
  public static String event(String id, String message) {
    return "{\"id\":\"%s\",\"timestamp\":1669842701000,\"message\":\"%s\"}".formatted(id, message);
  }

  public static String data(String... events) {
    return of("/vpc/prod", events);
  }

  public static String of(String logGroup, String... events) {
    return ("{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"123456789012\",\"logGroup\":\"%s\","
            + "\"logStream\":\"eni-1-all\",\"subscriptionFilters\":[\"weir\"],\"logEvents\":[%s]}")
        .formatted(logGroup, String.join(",", events));
  }

  public static byte[] gzip(String text) {
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** Options as a command line gives them, of the format cloudwatch. */
  public static LogOptions options(String... args) {
    Holder holder = new Holder();
    List<String> all = new ArrayList<>(List.of("--format=cloudwatch"));
    all.addAll(List.of(args));
    new CommandLine(holder)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOverwrittenOptionsAllowed(true)
        .parseArgs(all.toArray(String[]::new));
    return holder.options;
  }

  public static FlowLogDecoder decoder(String... args) {
    return options(args).streamDecoder();
  }

  @Command
  private static final class Holder {
    @Mixin private LogOptions options;
  }
}
