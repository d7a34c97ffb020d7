package dev.weir.aws.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.file.TimeRange;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What AWS refuses is one sentence that names it, and says what to do. */
class RefusalsTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;
  private FakeAws aws;

  @BeforeEach
  void start() throws IOException {
    aws = new FakeAws();
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void aBucketWithoutAccess() {
    aws.will(403, xml("AccessDenied"));

    assertS3(
        "bucket 'logs' may not be read: these credentials lack s3:ListBucket; allow it in their"
            + " policy (docs/cloudwatch.md has one)");
  }

  @Test
  void aBucketThatDoesNotExist() {
    aws.will(404, xml("NoSuchBucket"));

    assertS3("bucket 'logs' does not exist; correct its name");
  }

  @Test
  void aBucketInAnotherRegion() {
    aws.will(301, Map.of("x-amz-bucket-region", "us-west-2"), xml("PermanentRedirect"));

    assertS3("bucket 'logs' lies in us-west-2; set AWS_REGION to that");
  }

  @Test
  void anExpiredToken() {
    aws.will(400, xml("ExpiredToken"));

    assertS3(
        "bucket 'logs' cannot be read: the token of these credentials has expired; renew it ('aws"
            + " sso login', or new keys) and start again");
  }

  @Test
  void credentialsOfNobody() {
    aws.will(403, xml("InvalidAccessKeyId"));

    assertS3(
        "bucket 'logs' cannot be read: AWS does not know these credentials (InvalidAccessKeyId);"
            + " check AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
  }

  @Test
  void aPrefixWithoutObjects() {
    aws.will(200, "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>");

    assertS3("s3://logs/flows/ has no objects; check the prefix");
  }

  @Test
  void anAddressThatIsNone() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> new S3Logs().fetch("s3:///flows", TimeRange.ALL, folder))
        .withMessage("'s3:///flows' names no bucket; write s3://BUCKET/PREFIX");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> new CloudWatchLogs().fetch("cloudwatch://a b", TimeRange.ALL, folder))
        .withMessageContaining("names no log group");
    assertThat(aws.asked()).isEmpty();
  }

  @Test
  void aLogGroupThatDoesNotExist() {
    aws.will(200, "{\"logGroups\":[{\"logGroupName\":\"/vpc/other\",\"arn\":\"a:b:c:d:1:e\"}]}");

    assertLogs("log group '/vpc' does not exist there; correct its name, or AWS_REGION");
  }

  @Test
  void aLogGroupWithoutAccess() {
    aws.will(400, "{\"__type\":\"AccessDeniedException\",\"message\":\"not you\"}");

    assertLogs(
        "log group '/vpc' may not be read: these credentials lack logs:DescribeLogGroups; allow it"
            + " in their policy (docs/cloudwatch.md has one)");
  }

  @Test
  void anExpiredTokenForALogGroup() {
    aws.will(400, "{\"__type\":\"ExpiredTokenException\",\"message\":\"too old\"}");

    assertLogs(
        "log group '/vpc' cannot be read: the token of these credentials has expired; renew it"
            + " ('aws sso login', or new keys) and start again");
  }

  @Test
  void eventsThatMayNotBeReadThoughTheGroupMayBeSeen() {
    aws.will(200, group());
    aws.will(400, "{\"__type\":\"AccessDeniedException\",\"message\":\"not you\"}");

    assertLogs(
        "log group '/vpc' may not be read: these credentials lack logs:FilterLogEvents; allow it"
            + " in their policy (docs/cloudwatch.md has one)");
  }

  @Test
  void aLogGroupThatGivesOnePageForEver() {
    aws.will(200, group());
    aws.will(200, "{\"events\":[],\"nextToken\":\"same\"}");
    aws.will(200, "{\"events\":[],\"nextToken\":\"same\"}");

    assertLogs("log group '/vpc' gives one page of its events again and again; try again later");
  }

  @Test
  void aBucketThatListsOnePageForEver() {
    String page =
        "<ListBucketResult><IsTruncated>true</IsTruncated>"
            + "<NextContinuationToken>same</NextContinuationToken></ListBucketResult>";
    aws.will(200, page);
    aws.will(200, page);

    assertS3("bucket 'logs' lists one page of its objects again and again; try again later");
  }

  @Test
  void whatIsLargeMayTakeLongerThanACall() {
    try (Bucket bucket = Bucket.open("logs")) {
      assertThat(bucket.request("large").overrideConfiguration())
          .hasValueSatisfying(
              limits ->
                  assertThat(limits.apiCallAttemptTimeout())
                      .hasValueSatisfying(limit -> assertThat(limit).isGreaterThan(HOUR)));
    }
  }

  @Test
  void aLogGroupWithoutEvents() {
    aws.will(200, group());
    aws.will(200, "{\"events\":[]}");

    assertLogs("cloudwatch:///vpc has no events; check its name, its retention, --from and --to");
  }

  @Test
  void whereNobodyAnswersThatIsSaid() throws IOException {
    System.setProperty("aws.endpointUrl", "http://127.0.0.1:1");

    assertS3(
        "bucket 'logs' cannot be reached: nobody answers there; check region and endpoint, and the"
            + " network");
  }

  private void assertS3(String sentence) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> new S3Logs().fetch("s3://logs/flows/", TimeRange.ALL, folder))
        .withMessage(sentence);
  }

  private void assertLogs(String sentence) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> new CloudWatchLogs().fetch("cloudwatch:///vpc", TimeRange.ALL, folder))
        .withMessage(sentence);
  }

  static String group() {
    return "{\"logGroups\":[{\"logGroupName\":\"/vpc\",\"arn\":"
        + "\"arn:aws:logs:eu-central-1:123456789012:log-group:/vpc:*\"}]}";
  }

  private static String xml(String code) {
    return "<Error><Code>" + code + "</Code><Message>said by the service</Message></Error>";
  }
}
