package dev.weir.job.kafka;

import dev.weir.flow.UserException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/** Says in a sentence why Kafka did not let a client in, or do what it wants. */
final class AccessRefusal {

  private AccessRefusal() {}

  /**
   * What to throw for a failure: a {@link UserException} where it is about access.
   *
   * @param wanted as in "use topic 'flows'"
   */
  static RuntimeException of(Throwable failure, String servers, String wanted) {
    if (failure instanceof SslAuthenticationException) {
      return new UserException(
          "the TLS handshake with Kafka at "
              + servers
              + " failed ("
              + failure.getMessage()
              + "); correct ssl.* in the file of --kafka.client-config",
          failure);
    }
    if (failure instanceof AuthenticationException) {
      return new UserException(
          "Kafka at "
              + servers
              + " refused the login ("
              + failure.getMessage()
              + "); correct sasl.* in the file of --kafka.client-config",
          failure);
    }
    if (failure instanceof AuthorizationException) {
      return new UserException(
          "Kafka at "
              + servers
              + " does not let this user "
              + wanted
              + " ("
              + failure.getMessage()
              + "); docs/security.md lists what Weir needs to be allowed",
          failure);
    }
    return failure instanceof KafkaException known ? known : new KafkaException(failure);
  }
}
