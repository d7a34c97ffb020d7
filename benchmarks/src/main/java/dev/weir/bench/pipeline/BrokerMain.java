package dev.weir.bench.pipeline;

import dev.weir.cli.Folders;
import dev.weir.cli.kafka.LocalBroker;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A broker in a JVM of its own. It ends with its standard input, so that it never outlives whoever
 * started it, however that ended.
 */
final class BrokerMain {

  private BrokerMain() {}

  /** Runs on any free port, with its data in the folder that the argument names. */
  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0]);
    LocalBroker broker = LocalBroker.in(data, 0);
    System.out.println(broker.bootstrapServers());
    while (System.in.read() >= 0) {
      // Nothing is said to a broker.
    }
    Folders.deleteQuietly(data);
    Runtime.getRuntime().halt(0);
  }
}
