package dev.weir.bench.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this JVM has used up by a moment.
 *
 * @param millis of the wall clock, since the epoch
 * @param cpuNanos of all its threads
 * @param gcMillis of garbage collection
 */
record Clocks(long millis, long cpuNanos, long gcMillis) {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static Clocks now() {
    long gc = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      gc += collector.getCollectionTime();
    }
    return new Clocks(System.currentTimeMillis(), SYSTEM.getProcessCpuTime(), gc);
  }

  double cpuSecondsSince(Clocks before) {
    return (cpuNanos - before.cpuNanos) / 1e9;
  }

  long gcMillisSince(Clocks before) {
    return gcMillis - before.gcMillis;
  }
}
