package dev.weir.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Weir asks of a JobManager's REST interface. */
final class FlinkRest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String address;

  /**
   * @param address host:port
   */
  FlinkRest(String address) {
    this.address = address;
  }

  /**
   * What a cluster has.
   *
   * @param running jobs that run
   */
  record Overview(int taskManagers, int slots, int freeSlots, int running) {}

  /** A job by its id, name and state. */
  record Job(String id, String name, String state) {

    boolean hasEnded() {
      return switch (state) {
        case "FINISHED", "CANCELED", "FAILED", "SUSPENDED" -> true;
        default -> false;
      };
    }
  }

  String address() {
    return address;
  }

  /** The cluster's resources, or nothing if no cluster answers. */
  Optional<Overview> findOverview() {
    try {
      return Optional.of(overview());
    } catch (UserException e) {
      return Optional.empty();
    }
  }

  /**
   * The cluster's resources.
   *
   * @throws UserException if no cluster answers
   */
  Overview overview() {
    JsonNode o = call("GET", "/overview", "");
    return new Overview(
        o.path("taskmanagers").asInt(),
        o.path("slots-total").asInt(),
        o.path("slots-available").asInt(),
        o.path("jobs-running").asInt());
  }

  /** All jobs that the cluster remembers. */
  List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    for (JsonNode job : call("GET", "/jobs/overview", "").path("jobs")) {
      jobs.add(
          new Job(job.path("jid").asText(), job.path("name").asText(), job.path("state").asText()));
    }
    return jobs;
  }

  /** One job. */
  Job job(String id) {
    JsonNode job = call("GET", "/jobs/" + id, "");
    return new Job(job.path("jid").asText(), job.path("name").asText(), job.path("state").asText());
  }

  /** Asks a job to end here and now. */
  void cancel(String id) {
    call("PATCH", "/jobs/" + id + "?mode=cancel", "");
  }

  /**
   * Asks a job to take a savepoint and end.
   *
   * @param drain whether its event time runs to the end first, so that every window closes
   * @return the request's id for {@link #savepoint}
   */
  String stop(String id, boolean drain) {
    return call("POST", "/jobs/" + id + "/stop", "{\"drain\":" + drain + "}")
        .path("request-id")
        .asText();
  }

  /**
   * Where the savepoint lies, or nothing while it is under way.
   *
   * @throws UserException if it failed
   */
  Optional<String> savepoint(String jobId, String requestId) {
    JsonNode answer = call("GET", "/jobs/" + jobId + "/savepoints/" + requestId, "");
    if (!answer.path("status").path("id").asText().equals("COMPLETED")) {
      return Optional.empty();
    }
    JsonNode operation = answer.path("operation");
    if (operation.has("failure-cause")) {
      String cause = operation.path("failure-cause").path("stack-trace").asText();
      throw new UserException("job " + jobId + " took no savepoint: " + Causes.plain(cause));
    }
    return Optional.of(operation.path("location").asText());
  }

  private JsonNode call(String method, String path, String body) {
    HttpResponse<String> response = send(method, path, body);
    JsonNode answer;
    try {
      answer = JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    } catch (IOException e) {
      throw new UserException("what answers at " + address + " is no Flink cluster", e);
    }
    if (response.statusCode() >= 400) {
      String error = answer.path("errors").path(0).asText("HTTP " + response.statusCode());
      throw new UserException("Flink at " + address + " refuses: " + reason(answer, error));
    }
    return answer;
  }

  private HttpResponse<String> send(String method, String path, String body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://" + address + path))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build();
      return client.send(request, BodyHandlers.ofString());
    } catch (IllegalArgumentException e) {
      throw new UserException("'" + address + "' is no host:port of a Flink cluster", e);
    } catch (IOException e) {
      throw new UserException(
          "no Flink cluster answers at "
              + address
              + "; start one with 'weir cluster start' or correct --jobmanager",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("interrupted while asking Flink at " + address, e);
    }
  }

  /** The first error is often a bare "Internal server error."; the second tells. */
  private static String reason(JsonNode answer, String first) {
    String second = answer.path("errors").path(1).asText("");
    return Causes.plain(second.isEmpty() ? first : second);
  }
}
