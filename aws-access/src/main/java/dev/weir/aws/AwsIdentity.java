package dev.weir.aws;

import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * As whom AWS is called.
 *
 * @param credentials renewed as long as this is open
 * @param resources to be closed, in that order
 */
public record AwsIdentity(AwsCredentialsProvider credentials, List<SdkAutoCloseable> resources)
    implements AutoCloseable {

  private static final String SESSION = "weir";
  private static final int CONNECTIONS = 2;

  /** Keeps a list of its own. */
  public AwsIdentity {
    resources = List.copyOf(resources);
  }

  /** As the SDK's default chain finds it. */
  static AwsIdentity ofDefaultChain() {
    DefaultCredentialsProvider credentials = DefaultCredentialsProvider.builder().build();
    return new AwsIdentity(credentials, List.of(credentials));
  }

  /** As a role, which whoever the default chain finds may assume. */
  static AwsIdentity assuming(String role, AwsAccess access) {
    AwsIdentity self = ofDefaultChain();
    StsClient sts =
        // The endpoint of an emulator is that of another service.
        new AwsAccess(access.region(), null, null)
            .client(StsClient.builder(), self, AwsAccess.Retries.SDK, CONNECTIONS);
    StsAssumeRoleCredentialsProvider credentials =
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(sts)
            .refreshRequest(request -> request.roleArn(role).roleSessionName(SESSION))
            .build();
    return new AwsIdentity(
        credentials,
        List.of(credentials, sts, () -> self.resources().forEach(SdkAutoCloseable::close)));
  }

  @Override
  public void close() {
    resources.forEach(SdkAutoCloseable::close);
  }
}
