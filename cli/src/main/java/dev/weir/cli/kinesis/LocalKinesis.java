package dev.weir.cli.kinesis;

import dev.weir.aws.AwsAccess;
import dev.weir.aws.AwsIdentity;
import dev.weir.aws.StreamArn;
import dev.weir.cli.Home;
import dev.weir.cli.StopSignal;
import dev.weir.cli.kafka.Ports;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/**
 * An emulator of Kinesis in a process of its own, reachable on the loopback interface only, that
 * speaks the real protocol. It needs node, and npm to install it the first time; AWS is not asked
 * for anything, and the credentials are made up.
 */
public final class LocalKinesis implements AutoCloseable {

  private static final String REGION = "us-east-1";
  private static final String ACCOUNT = "000000000000";
  private static final int NOT_HERE = 3;
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int CONNECTIONS = 4;

  private final Process process;
  private final Path log;
  private final AwsAccess access;
  private final AwsIdentity identity;
  private final KinesisClient client;
  private final Thread end;

  private LocalKinesis(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.access = new AwsAccess(REGION, "http://127.0.0.1:" + port, null);
    this.identity = access.identify();
    this.client =
        access.client(KinesisClient.builder(), identity, AwsAccess.Retries.SDK, CONNECTIONS);
    this.end = new Thread(process::destroy, "kinesis-local");
  }

  /**
   * Starts an emulator, without streams.
   *
   * @throws UserException where it cannot be had
   */
  public static LocalKinesis start() throws IOException {
    int port = Ports.free();
    Path log = Files.createDirectories(Home.directory().resolve("target")).resolve("kinesis.log");
    Process process =
        new ProcessBuilder(
                Home.directory().resolve("scripts/kinesis-local").toString(),
                String.valueOf(port),
                String.valueOf(Ports.free()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    // This process's own: an emulator takes any, and nobody's true ones are shown to it.
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
    LocalKinesis kinesis = new LocalKinesis(process, log, port);
    Runtime.getRuntime().addShutdownHook(kinesis.end);
    try {
      kinesis.await(kinesis::answers);
      return kinesis;
    } catch (UserException e) {
      kinesis.close();
      throw e;
    }
  }

  private interface Condition {
    boolean holds();
  }

  private void await(Condition condition) {
    StopSignal never = new StopSignal();
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.holds()) {
      if (!process.isAlive() && process.exitValue() == NOT_HERE) {
        throw new UserException(
            "an emulator of Kinesis needs node, and npm to install it; install them, or do without"
                + " Kinesis");
      }
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new UserException("the emulator of Kinesis did not start; " + log + " says more");
      }
      never.awaitNanos(POLL_NANOS);
    }
  }

  private boolean answers() {
    try {
      client.listStreams();
      return true;
    } catch (SdkException e) {
      return false;
    }
  }

  /** Creates a stream and waits until it takes records. */
  public StreamArn create(String name, int shards) {
    client.createStream(request -> request.streamName(name).shardCount(shards));
    await(() -> isActive(name));
    return StreamArn.parse("arn:aws:kinesis:" + REGION + ':' + ACCOUNT + ":stream/" + name);
  }

  private boolean isActive(String name) {
    return client
            .describeStreamSummary(request -> request.streamName(name))
            .streamDescriptionSummary()
            .streamStatus()
        == StreamStatus.ACTIVE;
  }

  /** How to call it. */
  public AwsAccess access() {
    return access;
  }

  /** Ends the emulator, and what is in its streams with it. */
  @Override
  public void close() {
    client.close();
    identity.close();
    process.destroy();
    Runtime.getRuntime().removeShutdownHook(end);
  }
}
