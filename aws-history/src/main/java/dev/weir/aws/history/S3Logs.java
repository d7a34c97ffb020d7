package dev.weir.aws.history;

import dev.weir.command.Progress;
import dev.weir.file.RemoteLogs;
import dev.weir.file.TimeRange;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Logs in S3: {@code s3://bucket/prefix}. Objects are fetched as they are, some at a time; those in
 * Parquet become the lines that a flow log in text has.
 */
public final class S3Logs implements RemoteLogs {

  private static final Pattern ADDRESS = Pattern.compile("s3://([a-z0-9][a-z0-9.-]*)(?:/(.*))?");
  private static final int AT_ONCE = 8;
  private static final int LONGEST_NAME = 160;

  /** For the service loader. */
  public S3Logs() {}

  @Override
  public String scheme() {
    return "s3";
  }

  @Override
  public void fetch(String address, TimeRange times, Path folder) throws IOException {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      throw new UsageException("'" + address + "' names no bucket; write s3://BUCKET/PREFIX");
    }
    String prefix = parts.group(2) == null ? "" : parts.group(2);
    try (Bucket bucket = Bucket.open(parts.group(1))) {
      List<S3Object> objects = bucket.list(prefix, times);
      if (objects.isEmpty()) {
        throw new UserException(
            address
                + " has no objects"
                + (times.isAll() ? "" : " of that time")
                + "; check the prefix"
                + (times.isAll() ? "" : ", --from and --to"));
      }
      requireRoom(address, objects, folder);
      fetch(bucket, objects, folder);
    }
  }

  private static void requireRoom(String address, List<S3Object> objects, Path folder)
      throws IOException {
    long needed = objects.stream().mapToLong(S3Object::size).sum();
    long free = Files.getFileStore(folder).getUsableSpace();
    if (needed > free) {
      throw new UserException(
          String.format(
              Locale.ROOT,
              "%s has %,d objects of %s in all, and where they would be fetched to there are %s;"
                  + " give --from and --to, or set java.io.tmpdir to another disk",
              address,
              objects.size(),
              inWords(needed),
              inWords(free)));
    }
  }

  private static String inWords(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", (bytes + 999_999) / 1_000_000);
  }

  private static void fetch(Bucket bucket, List<S3Object> objects, Path folder) throws IOException {
    AtomicLong done = new AtomicLong();
    ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE);
    try (Progress progress =
        Progress.ofBytes("fetch", objects.stream().mapToLong(S3Object::size).sum())) {
      List<Future<?>> fetches = new ArrayList<>();
      for (int i = 0; i < objects.size(); i++) {
        S3Object object = objects.get(i);
        Path file = folder.resolve(name(i, object.key()));
        fetches.add(
            executor.submit(
                () -> {
                  fetch(bucket, object, file);
                  done.addAndGet(object.size());
                }));
      }
      for (Future<?> fetch : fetches) {
        await(fetch);
        progress.to(done.get());
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static void fetch(Bucket bucket, S3Object object, Path file) {
    try {
      bucket.fetch(object.key(), file);
      ParquetLines.unpack(file, object.key());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(Future<?> fetch) throws IOException {
    try {
      fetch.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException io) {
        throw io.getCause();
      }
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("fetching was interrupted", e);
    }
  }

  /** Of the listing's order, and with what of the key a file's name can bear. */
  private static String name(int number, String key) {
    String last = key.substring(key.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._=-]", "_");
    int cut = Math.max(0, last.length() - LONGEST_NAME);
    return "%06d-%s".formatted(number, last.substring(cut));
  }
}
