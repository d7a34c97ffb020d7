package dev.weir.cli.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the configuration files that Flink's processes read. Flink's own scripts derive a
 * TaskManager's memory from its total; started without them, it wants every part spelled out.
 */
final class ClusterConfig {

  static final int TASK_HEAP_MB = 640;
  static final int FRAMEWORK_HEAP_MB = 128;
  static final int FRAMEWORK_DIRECT_MB = 128;
  static final int TASK_DIRECT_MB = 64;
  static final int NETWORK_MB = 96;
  static final int METASPACE_MB = 256;

  private static final String LOG4J =
      """
      rootLogger.level = INFO
      rootLogger.appenderRef.file.ref = file
      appender.file.name = file
      appender.file.type = File
      appender.file.fileName = ${sys:log.file}
      appender.file.layout.type = PatternLayout
      appender.file.layout.pattern = %d{ISO8601} %-5p [%t] %c{1.} - %m%n
      """;

  private ClusterConfig() {}

  /** What JobManager and TaskManagers share. */
  static void write(ClusterFolder folder, int restPort, int rpcPort, int slots) {
    Map<String, String> c = new LinkedHashMap<>();
    c.put("jobmanager.rpc.address", "127.0.0.1");
    c.put("jobmanager.rpc.port", Integer.toString(rpcPort));
    c.put("jobmanager.bind-host", "127.0.0.1");
    c.put("rest.address", "127.0.0.1");
    c.put("rest.bind-address", "127.0.0.1");
    c.put("rest.port", Integer.toString(restPort));
    c.put("taskmanager.host", "127.0.0.1");
    c.put("taskmanager.bind-host", "127.0.0.1");
    c.put("taskmanager.numberOfTaskSlots", Integer.toString(slots));
    taskManagerResources(c);
    c.put("heartbeat.interval", "2 s");
    c.put("heartbeat.timeout", "12 s");
    c.put("execution.checkpointing.dir", folder.checkpoints().toUri().toString());
    c.put("execution.checkpointing.savepoint-dir", folder.savepoints().toUri().toString());
    c.put("io.tmp.dirs", folder.temporary().toString());
    writeFile(folder.conf().resolve("config.yaml"), yaml(c));
    writeLog4j(folder.conf());
  }

  /** As little as a client needs: where to send jobs stands on its command line. */
  static void writeForClient(Path conf) {
    writeFile(conf.resolve("config.yaml"), yaml(Map.of("io.tmp.dirs", conf.toString())));
    writeLog4j(conf);
  }

  static Path log4j(Path conf) {
    return conf.resolve("log4j.properties");
  }

  private static void taskManagerResources(Map<String, String> c) {
    c.put("taskmanager.cpu.cores", "1");
    c.put("taskmanager.memory.task.heap.size", TASK_HEAP_MB + "m");
    c.put("taskmanager.memory.task.off-heap.size", TASK_DIRECT_MB + "m");
    c.put("taskmanager.memory.framework.heap.size", FRAMEWORK_HEAP_MB + "m");
    c.put("taskmanager.memory.framework.off-heap.size", FRAMEWORK_DIRECT_MB + "m");
    // Only RocksDB and batch operators use it; state lives on the heap here.
    c.put("taskmanager.memory.managed.size", "0m");
    c.put("taskmanager.memory.network.min", NETWORK_MB + "m");
    c.put("taskmanager.memory.network.max", NETWORK_MB + "m");
    c.put("taskmanager.memory.jvm-metaspace.size", METASPACE_MB + "m");
    c.put("taskmanager.memory.jvm-overhead.min", "192m");
    c.put("taskmanager.memory.jvm-overhead.max", "192m");
    c.put("external-resources", "none");
  }

  private static String yaml(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(entry -> entry.getKey() + ": '" + entry.getValue().replace("'", "''") + "'\n")
        .collect(Collectors.joining());
  }

  private static void writeLog4j(Path conf) {
    writeFile(log4j(conf), LOG4J);
  }

  private static void writeFile(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
