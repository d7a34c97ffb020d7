package dev.weir.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * What figures were measured on, and when.
 *
 * @param date in UTC
 * @param cpu its model's name, or only its architecture where the system tells no more
 * @param cores that this JVM may use
 * @param memoryMebibytes of the machine or the container
 * @param jdk version of the runtime
 * @param heapMebibytes that this JVM may fill: -Xmx
 */
public record Machine(
    LocalDate date, String cpu, int cores, long memoryMebibytes, String jdk, long heapMebibytes) {

  /** The key under which each result has them. */
  public static final String KEY = "measured";

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final int MEBIBYTE_SHIFT = 20;

  /** This one, today. */
  public static Machine here() {
    return new Machine(
        LocalDate.now(ZoneOffset.UTC),
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize()
            >> MEBIBYTE_SHIFT,
        System.getProperty("java.runtime.version"),
        Runtime.getRuntime().maxMemory() >> MEBIBYTE_SHIFT);
  }

  private static String cpuModel() {
    if (Files.isReadable(CPU_INFO)) {
      try (Stream<String> lines = Files.lines(CPU_INFO)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElseGet(Machine::architecture);
      } catch (IOException e) {
        return architecture();
      }
    }
    return architecture();
  }

  private static String architecture() {
    return System.getProperty("os.arch");
  }

  /** States them with a result. */
  public void describe(ObjectNode result) {
    ObjectNode out = result.putObject(KEY);
    out.put("date", date.toString());
    out.put("cpu", cpu);
    out.put("cores", cores);
    out.put("memory_mib", memoryMebibytes);
    out.put("jdk", jdk);
    out.put("max_heap_mib", heapMebibytes);
  }
}
