package dev.weir.aws;

import dev.weir.flow.UsageException;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Where and as whom AWS is called. What is left out is for the SDK's own chain to find: the
 * environment, system properties, profiles, the role of the machine.
 *
 * @param region such as eu-central-1; null for the SDK's
 * @param endpoint in place of the service's own, for emulators; null for the service's
 * @param role ARN of a role to assume; null for none
 */
public record AwsAccess(String region, String endpoint, String role) implements Serializable {

  /** As the SDK finds it. */
  public static final AwsAccess DEFAULT = new AwsAccess(null, null, null);

  private static final long serialVersionUID = 1L;
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
  private static final Duration ATTEMPT_PATIENCE = Duration.ofSeconds(20);

  /** How often a call is tried. */
  public enum Retries {
    /** Once: the caller has a plan of its own. */
    NONE,
    /** As the SDK does it. */
    SDK
  }

  /** Refuses an endpoint that is none. */
  public AwsAccess {
    if (endpoint != null && !endpoint.matches("https?://[^/\\s]+/?")) {
      throw new UsageException(
          "'" + endpoint + "' is no endpoint; write http://host:port or https://host:port");
    }
  }

  /** Credentials, which outlive the clients made with them and are closed after these. */
  public AwsIdentity identify() {
    return role == null ? AwsIdentity.ofDefaultChain() : AwsIdentity.assuming(role, this);
  }

  /**
   * Sets up a client.
   *
   * @param connections that it may hold at once
   */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, AwsIdentity identity, Retries retries, int connections) {
    builder
        .credentialsProvider(identity.credentials())
        .httpClientBuilder(
            Apache5HttpClient.builder()
                .maxConnections(connections)
                .connectionTimeout(CONNECT_PATIENCE)
                .connectionAcquisitionTimeout(ATTEMPT_PATIENCE)
                .socketTimeout(ATTEMPT_PATIENCE))
        .overrideConfiguration(
            configuration -> {
              configuration.apiCallAttemptTimeout(ATTEMPT_PATIENCE);
              if (retries == Retries.NONE) {
                configuration.retryStrategy(AwsRetryStrategy.doNotRetry());
              }
            });
    if (region != null) {
      builder.region(Region.of(region));
    }
    if (endpoint != null) {
      builder.endpointOverride(URI.create(endpoint));
    }
    return builder.build();
  }
}
