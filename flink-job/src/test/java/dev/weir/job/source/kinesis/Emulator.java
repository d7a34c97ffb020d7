package dev.weir.job.source.kinesis;

import dev.weir.aws.AwsAccess;
import dev.weir.aws.AwsIdentity;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** An emulator of Kinesis in a process of its own, which speaks the real protocol. */
final class Emulator implements AutoCloseable {

  private static final int NOT_HERE = 3;
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final AtomicInteger STREAMS = new AtomicInteger();

  private final Process process;
  private final AwsAccess access;
  private final AwsIdentity identity;
  private final KinesisClient client;

  private Emulator(Process process, int port) {
    this.process = process;
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    access = new AwsAccess("us-east-1", "http://127.0.0.1:" + port, null);
    identity = access.identify();
    client = access.client(KinesisClient.builder(), identity, AwsAccess.Retries.SDK, 10);
  }

  /** Starts it; the test is skipped where there is no npm to install it with. */
  static Emulator start() throws IOException {
    int port = freePort();
    Process process =
        new ProcessBuilder("../scripts/kinesis-local", "" + port, "" + freePort())
            .redirectErrorStream(true)
            .redirectOutput(log())
            .start();
    Emulator emulator = new Emulator(process, port);
    try {
      emulator.await(() -> !process.isAlive() || emulator.answers());
      Assumptions.assumeFalse(
          !process.isAlive() && process.exitValue() == NOT_HERE,
          "skipped: without node and npm there is no emulator of Kinesis");
      if (!process.isAlive()) {
        throw new IOException("kinesis-local has ended; see " + log());
      }
      return emulator;
    } catch (IOException | RuntimeException | Error e) {
      emulator.close();
      throw e;
    }
  }

  private static File log() {
    return Path.of("target", "kinesis-local.log").toFile();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
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

  void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the emulator does not do it");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  KinesisClient client() {
    return client;
  }

  AwsAccess access() {
    return access;
  }

  /** A new stream. */
  EmulatedStream stream(int shards) {
    return EmulatedStream.create(this, "flows-" + STREAMS.incrementAndGet(), shards);
  }

  @Override
  public void close() {
    client.close();
    identity.close();
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
