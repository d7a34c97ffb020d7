package dev.weir.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flow.UsageException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

class AwsRefusalTest {

  private static final String CONFIGURATION = "aws.configFile";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "400, AccessDeniedException, DENIED",
    "403, AccessDenied, DENIED",
    "400, KMSAccessDeniedException, DENIED",
    "400, ExpiredTokenException, EXPIRED_CREDENTIALS",
    "400, UnrecognizedClientException, UNKNOWN_CREDENTIALS",
    "403, SignatureDoesNotMatch, UNKNOWN_CREDENTIALS",
    "400, ThrottlingException, THROTTLED",
    "400, LimitExceededException, THROTTLED",
    "503, SlowDown, THROTTLED",
    "429, Whatever, THROTTLED",
    "500, InternalFailure, PASSING",
    "503, ServiceUnavailable, PASSING",
    "400, ValidationException, OTHER",
  })
  void aServicesRefusalIsKnownByItsName(int status, String code, AwsRefusal refusal) {
    assertThat(AwsRefusal.of(refused(status, code))).isEqualTo(refusal);
  }

  @Test
  void aFailureOnTheWayIsKnownByItsCause() {
    assertThat(AwsRefusal.of(client("x", new UnknownHostException("h"))))
        .isEqualTo(AwsRefusal.UNREACHABLE);
    assertThat(AwsRefusal.of(client("x", new RuntimeException(new ConnectException("refused")))))
        .isEqualTo(AwsRefusal.UNREACHABLE);
    assertThat(AwsRefusal.of(client("Unable to load credentials from any of the providers", null)))
        .isEqualTo(AwsRefusal.NO_CREDENTIALS);
    assertThat(AwsRefusal.of(client("Unable to load region from any of the providers", null)))
        .isEqualTo(AwsRefusal.NO_REGION);
    assertThat(AwsRefusal.of(ApiCallAttemptTimeoutException.builder().message("slow").build()))
        .isEqualTo(AwsRefusal.PASSING);
  }

  @ParameterizedTest
  @EnumSource(
      value = AwsRefusal.class,
      names = {"THROTTLED", "PASSING", "UNREACHABLE"},
      mode = EnumSource.Mode.INCLUDE)
  void somePassByThemselves(AwsRefusal refusal) {
    assertThat(refusal.passes()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = AwsRefusal.class,
      names = {"THROTTLED", "PASSING", "UNREACHABLE"},
      mode = EnumSource.Mode.EXCLUDE)
  void othersSomebodyHasToMend(AwsRefusal refusal) {
    assertThat(refusal.passes()).isFalse();
  }

  @Test
  void toldItIsOneSentenceThatNamesThingAndPermission() {
    assertThat(
            AwsRefusal.told(
                refused(400, "AccessDeniedException"), "stream 'flows'", "kinesis:GetRecords"))
        .hasMessage(
            "stream 'flows' may not be read: these credentials lack kinesis:GetRecords; allow it in"
                + " their policy (docs/cloudwatch.md has one)");
  }

  @Test
  void whatAwsSaysThatLacksIsToldInPlaceOfWhatWasCalled() {
    AwsServiceException refused =
        AwsServiceException.builder()
            .statusCode(403)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .errorCode("AccessDenied")
                    .errorMessage(
                        "User: arn:aws:iam::1:user/a is not authorized to perform: kms:Decrypt on"
                            + " resource: arn:aws:kms:eu-central-1:1:key/k")
                    .build())
            .build();

    assertThat(AwsRefusal.told(refused, "bucket 'logs'", "s3:GetObject"))
        .hasMessage(
            "bucket 'logs' may not be read: these credentials lack kms:Decrypt; allow it in their"
                + " policy (docs/cloudwatch.md has one)");
  }

  @Test
  void whereARoleIsRefusedThatIsThePermissionThatLacks() {
    AwsServiceException refused =
        AwsServiceException.builder()
            .statusCode(403)
            .awsErrorDetails(
                AwsErrorDetails.builder().serviceName("Sts").errorCode("AccessDenied").build())
            .build();

    assertThat(AwsRefusal.told(refused, "stream 'flows'", "kinesis:GetRecords"))
        .hasMessage(
            "stream 'flows' may not be read: these credentials lack sts:AssumeRole for the role;"
                + " allow it in their policy (docs/cloudwatch.md has one)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[profile a]\nsso_session=s\nsso_account_id=1\nsso_role_name=r\n"
            + "[sso-session s]\nsso_start_url=https://s\nsso_region=eu-central-1",
        "[profile a]\nsso_start_url=https://s\nsso_region=eu-central-1\n"
            + "sso_account_id=1\nsso_role_name=r"
      })
  void aProfileThatLogsInBySsoIsSaidToBeOne(String profiles) throws IOException {
    System.setProperty(CONFIGURATION, Files.writeString(folder.resolve("c"), profiles).toString());
    try (ProfileCredentialsProvider provider = ProfileCredentialsProvider.create("a")) {
      assertThatThrownBy(() -> AwsCredentialsProviderChain.of(provider).resolveCredentials())
          .isInstanceOfSatisfying(
              SdkException.class,
              failure ->
                  assertThat(AwsRefusal.told(failure, "bucket 'logs'", "s3:ListBucket"))
                      .hasMessage(
                          "bucket 'logs' cannot be read: the profile logs in by SSO, which is not"
                              + " read here; run 'eval \"$(aws configure export-credentials"
                              + " --format env)\"' and start again"));
    } finally {
      System.clearProperty(CONFIGURATION);
    }
  }

  @Test
  void whatIsUnknownIsToldByItsFirstLine() {
    assertThat(AwsRefusal.told(client("one\ntwo", null), "bucket 'logs'", "s3:GetObject"))
        .hasMessage("bucket 'logs' cannot be read (one); check what it names, or try again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:4567", "ftp://localhost", "http://", "http://a b"})
  void anEndpointIsAnAddress(String wrong) {
    assertThatThrownBy(() -> new AwsAccess("eu-central-1", wrong, null))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("write http://host:port");
  }

  private static AwsServiceException refused(int status, String code) {
    return AwsServiceException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("no").build())
        .build();
  }

  private static SdkClientException client(String message, Throwable cause) {
    return SdkClientException.create(message, cause);
  }
}
