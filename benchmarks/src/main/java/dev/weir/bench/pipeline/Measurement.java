package dev.weir.bench.pipeline;

import java.util.List;

/**
 * One run of one configuration.
 *
 * @param records that were read
 * @param seconds from the first record to the end of the last task
 * @param cpuSeconds of the job's JVM in that time, garbage collection and compiler included
 * @param brokerCpuSeconds of the broker's JVM in that time; 0 where the system does not tell
 * @param gcMillis in which the JVM stood still or worked for garbage collection
 * @param windows that were scored
 * @param alerts that were raised
 * @param checkpoints that succeeded
 */
public record Measurement(
    long records,
    double seconds,
    double cpuSeconds,
    double brokerCpuSeconds,
    long gcMillis,
    long windows,
    long alerts,
    List<Checkpoint> checkpoints) {

  /**
   * A checkpoint.
   *
   * @param stateBytes of the whole state
   * @param writtenBytes what of it was written this time
   * @param millis from its trigger to its last acknowledgement
   */
  public record Checkpoint(long stateBytes, long writtenBytes, long millis) {}

  /** The speed. */
  public double recordsPerSecond() {
    return records / seconds;
  }

  /** Microseconds of one core that a record cost. */
  public double cpuMicrosPerRecord() {
    return cpuSeconds * 1e6 / records;
  }

  /** Microseconds of one core that a record cost the broker. */
  public double brokerCpuMicrosPerRecord() {
    return brokerCpuSeconds * 1e6 / records;
  }

  /** Windows scored per second. */
  public double windowsPerSecond() {
    return windows / seconds;
  }
}
