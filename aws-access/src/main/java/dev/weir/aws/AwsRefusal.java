package dev.weir.aws;

import dev.weir.flow.UserException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * Why AWS did not do as asked: what every service has in common. What a service says of its own
 * things, such as a stream that is not there, whoever calls it puts into words first.
 */
public enum AwsRefusal {
  /** Who asks may not do that. */
  DENIED,
  /** The credentials were good once. */
  EXPIRED_CREDENTIALS,
  /** The credentials are nobody's. */
  UNKNOWN_CREDENTIALS,
  /** There are none. */
  NO_CREDENTIALS,
  /** They are to come by a login that only the SDK's own module for it can read. */
  SSO_PROFILE,
  /** Nobody said which region. */
  NO_REGION,
  /** There is no such host, or nobody listens there. */
  UNREACHABLE,
  /** Asked too often. */
  THROTTLED,
  /**
   * Passes by itself: the service's own failures, broken connections, answers that took too long.
   */
  PASSING,
  /** Anything else. */
  OTHER;

  private static final String KEY_DENIED = "KMSAccessDeniedException";

  /** Mostly AWS says what is not allowed; it may be the use of the key to what was asked for. */
  private static final Pattern ACTION =
      Pattern.compile("not authorized to perform: ([a-z0-9-]+:[A-Za-z0-9]+)");

  private static final Set<String> DENIALS =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "UnauthorizedOperation",
          "AllAccessDisabled",
          KEY_DENIED);
  private static final Set<String> EXPIRIES =
      Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
  private static final Set<String> STRANGERS =
      Set.of(
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidAccessKeyId",
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "IncompleteSignature",
          "MissingAuthenticationTokenException",
          "InvalidToken");

  /** Beyond those that the SDK knows. */
  private static final Set<String> THROTTLES =
      Set.of("LimitExceededException", "KMSThrottlingException");

  /** Who gives a role's credentials, as the SDK names it. */
  private static final String ROLES = "Sts";

  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int SERVER_FAILS = 500;

  /** What kind of refusal a failed call is. */
  public static AwsRefusal of(SdkException failure) {
    if (failure instanceof SdkServiceException service) {
      return ofService(service);
    }
    String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("'sso' service module")) {
      return SSO_PROFILE;
    }
    if (text.contains("unable to load credentials") || text.contains("profile file contained no")) {
      return NO_CREDENTIALS;
    }
    if (text.contains("unable to load region")) {
      return NO_REGION;
    }
    if (isCausedBy(failure, UnknownHostException.class)
        || isCausedBy(failure, ConnectException.class)) {
      return UNREACHABLE;
    }
    return failure instanceof SdkClientException ? PASSING : OTHER;
  }

  private static AwsRefusal ofService(SdkServiceException failure) {
    String code = code(failure);
    if (DENIALS.contains(code)) {
      return DENIED;
    }
    if (EXPIRIES.contains(code)) {
      return EXPIRED_CREDENTIALS;
    }
    if (STRANGERS.contains(code)) {
      return UNKNOWN_CREDENTIALS;
    }
    if (failure.isThrottlingException()
        || failure.statusCode() == TOO_MANY
        || THROTTLES.contains(code)) {
      return THROTTLED;
    }
    if (failure.statusCode() >= SERVER_FAILS || failure.isClockSkewException()) {
      return PASSING;
    }
    return failure.statusCode() == FORBIDDEN && code.isEmpty() ? DENIED : OTHER;
  }

  /** The service's name of the failure; empty where it gave none. */
  public static String code(SdkException failure) {
    boolean named =
        failure instanceof AwsServiceException service
            && service.awsErrorDetails() != null
            && service.awsErrorDetails().errorCode() != null;
    return named ? ((AwsServiceException) failure).awsErrorDetails().errorCode() : "";
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the same call may succeed later, though nobody mends anything. */
  public boolean passes() {
    return this == THROTTLED || this == PASSING || this == UNREACHABLE;
  }

  /**
   * A failed call as the user's to mend.
   *
   * @param what was asked for, such as {@code stream 'flows' in eu-central-1}
   * @param permission that the call needs, such as {@code kinesis:GetRecords}
   */
  public static UserException told(SdkException failure, String what, String permission) {
    return new UserException(what + of(failure).remedy(failure, permission), failure);
  }

  private String remedy(SdkException failure, String permission) {
    return switch (this) {
      case DENIED ->
          " may not be read: these credentials lack "
              + lacking(failure, permission)
              + "; allow it in their policy (docs/cloudwatch.md has one)";
      case EXPIRED_CREDENTIALS ->
          " cannot be read: the token of these credentials has expired; renew it ('aws sso login',"
              + " or new keys) and start again";
      case UNKNOWN_CREDENTIALS ->
          " cannot be read: AWS does not know these credentials ("
              + code(failure)
              + "); check AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
      case NO_CREDENTIALS ->
          " cannot be read: there are no AWS credentials; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"
              + " AWS_SECRET_ACCESS_KEY, or run where a role gives them";
      case SSO_PROFILE ->
          " cannot be read: the profile logs in by SSO, which is not read here; run 'eval \"$(aws"
              + " configure export-credentials --format env)\"' and start again";
      case NO_REGION ->
          " cannot be read: no AWS region is set; set AWS_REGION or one in the profile";
      case UNREACHABLE ->
          " cannot be reached: nobody answers there; check region and endpoint, and the network";
      case THROTTLED ->
          " cannot be read: AWS is asked too often (" + code(failure) + "); try again later";
      case PASSING, OTHER ->
          " cannot be read (" + firstLine(failure) + "); check what it names, or try again";
    };
  }

  private static String lacking(SdkException failure, String permission) {
    if (isOfRole(failure)) {
      return "sts:AssumeRole for the role";
    }
    if (code(failure).equals(KEY_DENIED)) {
      return "kms:Decrypt for its key";
    }
    Matcher action = ACTION.matcher(String.valueOf(failure.getMessage()));
    return action.find() ? action.group(1) : permission;
  }

  private static boolean isOfRole(SdkException failure) {
    return failure instanceof AwsServiceException service
        && service.awsErrorDetails() != null
        && ROLES.equals(service.awsErrorDetails().serviceName());
  }

  private static String firstLine(SdkException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
