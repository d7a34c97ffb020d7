package dev.weir.aws.history;

import dev.weir.command.Progress;
import dev.weir.file.RemoteLogs;
import dev.weir.file.TimeRange;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/**
 * Logs in CloudWatch: {@code cloudwatch://log-group}. They become a file of envelopes as a
 * subscription of the group delivers them, so that history is read as the stream is: by the format
 * {@code cloudwatch}.
 */
public final class CloudWatchLogs implements RemoteLogs {

  private static final String PREFIX = "cloudwatch://";

  /** For the service loader. */
  public CloudWatchLogs() {}

  @Override
  public String scheme() {
    return "cloudwatch";
  }

  @Override
  public void fetch(String address, TimeRange times, Path folder) throws IOException {
    String name = address.substring(PREFIX.length());
    if (!name.matches("[A-Za-z0-9_/.#-]{1,512}")) {
      throw new UsageException(
          "'"
              + address
              + "' names no log group; write cloudwatch://LOG-GROUP, as in"
              + " cloudwatch:///aws/vpc");
    }
    try (LogGroup group = LogGroup.open(name);
        OutputStream out = compressed(folder.resolve("log-group.json.gz"));
        Progress progress = Progress.of("fetch", -1, " events")) {
      long written = write(group, times, out, progress);
      if (written == 0) {
        throw new UserException(
            address
                + " has no events"
                + (times.isAll() ? "" : " of that time")
                + "; check its name, its retention, --from and --to");
      }
    }
  }

  private static OutputStream compressed(Path file) throws IOException {
    return new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  private static long write(LogGroup group, TimeRange times, OutputStream out, Progress progress)
      throws IOException {
    long written = 0;
    for (Iterator<List<FilteredLogEvent>> pages = group.pages(times); pages.hasNext(); ) {
      List<FilteredLogEvent> page = pages.next();
      // What was logged by one interface stands in one log stream.
      Map<String, List<FilteredLogEvent>> byStream =
          page.stream().collect(Collectors.groupingBy(FilteredLogEvent::logStreamName));
      for (Map.Entry<String, List<FilteredLogEvent>> stream : byStream.entrySet()) {
        out.write(group.envelope(stream.getKey(), stream.getValue()));
        out.write('\n');
      }
      written += page.size();
      progress.to(written);
    }
    return written;
  }
}
