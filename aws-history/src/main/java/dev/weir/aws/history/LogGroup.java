package dev.weir.aws.history;

import dev.weir.aws.AwsAccess;
import dev.weir.aws.AwsIdentity;
import dev.weir.aws.AwsRefusal;
import dev.weir.file.TimeRange;
import dev.weir.flow.JsonBytes;
import dev.weir.flow.UserException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** A log group's events; refusals come as sentences that name it. */
final class LogGroup implements AutoCloseable {

  private static final int EVENTS_OF_A_PAGE = 10_000;
  private static final int CONNECTIONS = 2;

  /** Beyond the SDK's own: five calls a second are all that an account has, to all who call. */
  private static final int THROTTLED_AT_MOST = 60;

  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final String name;
  private final AwsIdentity identity;
  private final CloudWatchLogsClient client;
  private String owner;

  private LogGroup(String name, AwsIdentity identity, CloudWatchLogsClient client) {
    this.name = name;
    this.identity = identity;
    this.client = client;
  }

  /**
   * Connects.
   *
   * @throws UserException where there is no such group, or it may not be read
   */
  static LogGroup open(String name) {
    LogGroup group = connect(name);
    try {
      group.owner = group.findOwner();
      return group;
    } catch (RuntimeException e) {
      group.close();
      throw e;
    }
  }

  private static LogGroup connect(String name) {
    AwsIdentity identity = AwsAccess.DEFAULT.identify();
    try {
      return new LogGroup(
          name,
          identity,
          AwsAccess.DEFAULT.client(
              CloudWatchLogsClient.builder(), identity, AwsAccess.Retries.SDK, CONNECTIONS));
    } catch (SdkException e) {
      identity.close();
      throw AwsRefusal.told(e, inWords(name), "logs:DescribeLogGroups");
    }
  }

  private static String inWords(String name) {
    return "log group '" + name + "'";
  }

  /** The account, which a subscription's envelopes name. */
  private String findOwner() {
    return call(
            "logs:DescribeLogGroups",
            () -> client.describeLogGroups(request -> request.logGroupNamePrefix(name)))
        .logGroups()
        .stream()
        .filter(group -> group.logGroupName().equals(name))
        .map(group -> group.arn().split(":", -1)[4])
        .findFirst()
        .orElseThrow(() -> missing(null));
  }

  private UserException missing(Throwable cause) {
    return new UserException(
        inWords(name) + " does not exist there; correct its name, or AWS_REGION", cause);
  }

  /** The events of a time, page by page, about in the order of their times. */
  Iterator<List<FilteredLogEvent>> pages(TimeRange times) {
    return new Iterator<>() {
      private String token;
      private boolean ended;

      @Override
      public boolean hasNext() {
        return !ended;
      }

      @Override
      public List<FilteredLogEvent> next() {
        if (ended) {
          throw new NoSuchElementException();
        }
        FilterLogEventsResponse page = page(times, token);
        ended = page.nextToken() == null;
        if (!ended && page.nextToken().equals(token)) {
          throw new UserException(
              inWords(name) + " gives one page of its events again and again; try again later");
        }
        token = page.nextToken();
        return page.events();
      }
    };
  }

  private FilterLogEventsResponse page(TimeRange times, String token) {
    return call(
        "logs:FilterLogEvents",
        () ->
            client.filterLogEvents(
                request ->
                    request
                        .logGroupName(name)
                        .startTime(times.from() == null ? null : times.from().toEpochMilli())
                        // The service takes both ends in.
                        .endTime(times.to() == null ? null : times.to().toEpochMilli() - 1)
                        .limit(EVENTS_OF_A_PAGE)
                        .nextToken(token)));
  }

  /** Events of a log stream as a subscription would deliver them. */
  byte[] envelope(String logStream, List<FilteredLogEvent> events) {
    return JsonBytes.object(
        out -> {
          out.writeStringField("messageType", "DATA_MESSAGE");
          out.writeStringField("owner", owner);
          out.writeStringField("logGroup", name);
          out.writeStringField("logStream", logStream);
          out.writeArrayFieldStart("logEvents");
          for (FilteredLogEvent event : events) {
            out.writeStartObject();
            out.writeStringField("id", event.eventId());
            out.writeNumberField("timestamp", event.timestamp());
            out.writeStringField("message", event.message());
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  private <T> T call(String permission, Supplier<T> call) {
    for (int throttled = 0; ; throttled++) {
      try {
        return call.get();
      } catch (ResourceNotFoundException e) {
        throw missing(e);
      } catch (SdkException e) {
        if (AwsRefusal.of(e) != AwsRefusal.THROTTLED || throttled == THROTTLED_AT_MOST) {
          throw AwsRefusal.told(e, inWords(name), permission);
        }
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  @Override
  public void close() {
    client.close();
    identity.close();
  }
}
