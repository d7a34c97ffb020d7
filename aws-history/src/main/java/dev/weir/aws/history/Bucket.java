package dev.weir.aws.history;

import dev.weir.aws.AwsAccess;
import dev.weir.aws.AwsIdentity;
import dev.weir.aws.AwsRefusal;
import dev.weir.file.TimeRange;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket's objects; refusals come as sentences that name it. */
final class Bucket implements AutoCloseable {

  /** How many objects are listed at most: their names are in memory. */
  private static final int MOST = 1_000_000;

  private static final int CONNECTIONS = 16;
  private static final Duration TRANSFER_PATIENCE = Duration.ofHours(6);
  private static final String REGION_HEADER = "x-amz-bucket-region";

  private final String name;
  private final AwsIdentity identity;
  private final S3Client client;

  private Bucket(String name, AwsIdentity identity, S3Client client) {
    this.name = name;
    this.identity = identity;
    this.client = client;
  }

  /** Connects; whether there is such a bucket is noticed by the first call. */
  static Bucket open(String name) {
    AwsIdentity identity = AwsAccess.DEFAULT.identify();
    try {
      return new Bucket(
          name,
          identity,
          AwsAccess.DEFAULT.client(
              S3Client.builder(), identity, AwsAccess.Retries.SDK, CONNECTIONS));
    } catch (SdkException e) {
      identity.close();
      throw AwsRefusal.told(e, "bucket '" + name + "'", "s3:ListBucket");
    }
  }

  /**
   * The objects below a prefix that have anything in them, by their keys. Folders whose names say
   * that they hold other times are not even looked into.
   *
   * @throws UserException where the bucket is not to be read, or holds too many
   */
  List<S3Object> list(String prefix, TimeRange times) {
    List<S3Object> found = new ArrayList<>();
    list(prefix, times, found);
    return found;
  }

  private void list(String prefix, TimeRange times, List<S3Object> found) {
    List<String> folders = new ArrayList<>();
    String token = null;
    do {
      String page = token;
      ListObjectsV2Response answer =
          call(
              "s3:ListBucket",
              () ->
                  client.listObjectsV2(
                      request ->
                          request
                              .bucket(name)
                              .prefix(prefix)
                              .delimiter("/")
                              .continuationToken(page)));
      answer.contents().stream().filter(object -> object.size() > 0).forEach(found::add);
      answer.commonPrefixes().forEach(folder -> folders.add(folder.prefix()));
      token = answer.nextContinuationToken();
      if (token != null && token.equals(page)) {
        throw new UserException(
            "bucket '" + name + "' lists one page of its objects again and again; try again later");
      }
      requireFew(found.size());
    } while (token != null);
    for (String folder : folders) {
      if (KeyPeriod.mayHold(folder, times)) {
        list(folder, times, found);
      }
    }
  }

  private void requireFew(int objects) {
    if (objects > MOST) {
      throw new UserException(
          "bucket '"
              + name
              + "' has more than a million objects there; give a longer prefix, or"
              + " --from and --to");
    }
  }

  /** Fetches an object into a file. */
  void fetch(String key, Path file) throws IOException {
    call("s3:GetObject", () -> client.getObject(request(key), file));
  }

  /** What is large may take long, if only something of it comes every now and then. */
  GetObjectRequest request(String key) {
    return GetObjectRequest.builder()
        .bucket(name)
        .key(key)
        .overrideConfiguration(limits -> limits.apiCallAttemptTimeout(TRANSFER_PATIENCE))
        .build();
  }

  private <T> T call(String permission, Supplier<T> call) {
    try {
      return call.get();
    } catch (NoSuchBucketException e) {
      throw new UserException("bucket '" + name + "' does not exist; correct its name", e);
    } catch (InvalidObjectStateException e) {
      throw new UserException(
          "bucket '" + name + "' has archived what was asked for; restore it from Glacier first",
          e);
    } catch (SdkException e) {
      Optional<String> region = otherRegion(e);
      if (region.isPresent()) {
        throw new UserException(
            "bucket '" + name + "' lies in " + region.get() + "; set AWS_REGION to that", e);
      }
      throw AwsRefusal.told(e, "bucket '" + name + "'", permission);
    }
  }

  /** Where the bucket is, if the service says that it was looked for elsewhere. */
  private static Optional<String> otherRegion(SdkException failure) {
    boolean misdirected =
        failure instanceof AwsServiceException service
            && (service.statusCode() == 301
                || AwsRefusal.code(failure).equals("AuthorizationHeaderMalformed"));
    return misdirected
        ? ((AwsServiceException) failure)
            .awsErrorDetails()
            .sdkHttpResponse()
            .firstMatchingHeader(REGION_HEADER)
        : Optional.empty();
  }

  @Override
  public void close() {
    client.close();
    identity.close();
  }
}
