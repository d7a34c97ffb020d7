package dev.weir.feature;

import java.util.Locale;

/**
 * Feature schema 1: what is measured of one source in one window. The order is the order of a
 * {@link FeatureVector}'s values and never changes within a schema version.
 *
 * <p>Unless said otherwise the responder's records of a one-way log ({@link
 * dev.weir.flow.Side#RESPONDER}) count towards bytes and packets only. NaN stands for absent: no
 * flow of the window carried what the feature needs.
 */
public enum Feature {
  /**
   * Flows started by the source; 0 and up, never NaN. 0 where only answers fell into the window.
   */
  FLOW_COUNT(Scale.LOG1P, Unit.COUNT),
  /** Bytes from the source to its destinations; 0 and up; NaN where no record gives them. */
  BYTES_IN(Scale.LOG1P, Unit.BYTES),
  /** Bytes that came back to the source; 0 and up; NaN where no record gives them. */
  BYTES_OUT(Scale.LOG1P, Unit.BYTES),
  /** Packets both ways, as far as the log counts them; 0 and up; NaN where no record does. */
  PACKETS(Scale.LOG1P, Unit.COUNT),
  /**
   * ln((bytes_in + 1) / (bytes_out + 1)): above 0 where the source sent more than it got; about -44
   * to 44; NaN where either is.
   */
  BYTES_IN_OUT_LOG_RATIO(Scale.BY_BYTES, Unit.PLAIN),
  /** Mean of the flows' durations in seconds; 0 and up; NaN where no flow gives both times. */
  DURATION_MEAN(Scale.LOG1P, Unit.SECONDS),
  /**
   * Bytes both ways per second of active time, which lasts from the earliest start to the latest
   * end of the window's records, at least a second; 0 and up; NaN where no record gives bytes.
   */
  TRAFFIC_RATE(Scale.LOG1P, Unit.BYTES_PER_SECOND),
  /**
   * Bytes per packet over the records that count packets; 0 and up; NaN where none does or no
   * packet was sent.
   */
  AVG_PACKET_SIZE(Scale.LOG1P, Unit.BYTES),
  /** Distinct destination addresses, estimated above 96; 0 and up; NaN where no flow names one. */
  DISTINCT_DST_IPS(Scale.LOG1P, Unit.COUNT),
  /** Distinct destination ports, estimated above 96; 0 and up; NaN where no flow names one. */
  DISTINCT_DST_PORTS(Scale.LOG1P, Unit.COUNT),
  /**
   * Shannon entropy in bits of the flows' destination ports over {@link PortHistogram#BUCKETS} hash
   * buckets; 0 to 6; NaN where no flow names a port.
   */
  DST_PORT_ENTROPY(Scale.LINEAR, Unit.PLAIN),
  /** Share of the flows with a port that go to port 22; 0 to 1; NaN where no flow has a port. */
  PORT_22_SHARE(Scale.BY_FLOWS, Unit.SHARE),
  /** Share of the flows with a port that go to port 3389; 0 to 1; NaN where no flow has a port. */
  PORT_3389_SHARE(Scale.BY_FLOWS, Unit.SHARE),
  /**
   * Share of the flows with a port that go to one of {@link FeatureSettings#criticalPorts}; 0 to 1;
   * NaN where no flow has a port.
   */
  CRITICAL_PORT_SHARE(Scale.BY_FLOWS, Unit.SHARE),
  /**
   * Share of the flows with a port that go to a port which is neither below 1024 nor a listed
   * service; 0 to 1; NaN where no flow has a port.
   */
  NON_STANDARD_PORT_SHARE(Scale.BY_FLOWS, Unit.SHARE),
  /**
   * Share refused among the flows whose fate is known: action REJECT or a 4xx or 5xx response; 0 to
   * 1; NaN where no fate is known.
   */
  REJECTED_SHARE(Scale.BY_FLOWS, Unit.SHARE),
  /**
   * Share of the flows with both times that lasted {@link FeatureSettings#shortFlowMillis} at most;
   * 0 to 1; NaN where no flow gives both times.
   */
  SHORT_FLOW_SHARE(Scale.BY_FLOWS, Unit.SHARE),
  /** Largest bytes_in of one record; 0 and up; NaN where no record gives them. */
  MAX_FLOW_BYTES_IN(Scale.LOG1P, Unit.BYTES),
  /**
   * How evenly flows are spaced: 1 / (1 + cv), cv being the coefficient of variation of the gaps
   * between the occupied sixty-fourths of the window; near 0 for bursts, 1 for a metronome; NaN
   * below three occupied slots.
   */
  ACTIVITY_REGULARITY(Scale.LINEAR, Unit.PLAIN),
  /** Rules hit, summed over flows; 0 and up, never NaN: a rule that no log names was not hit. */
  RULE_HITS(Scale.LOG1P, Unit.COUNT);

  /** The version of this list, which models carry. */
  public static final int SCHEMA_VERSION = 1;

  /** How many features the schema has. */
  public static final int COUNT = values().length;

  private final String id = name().toLowerCase(Locale.ROOT);
  private final Scale scale;
  private final Unit unit;

  Feature(Scale scale, Unit unit) {
    this.scale = scale;
    this.unit = unit;
  }

  /** How a raw value is put to the forest; by the schema, never by data. */
  public enum Scale {
    /** As it is. */
    LINEAR,
    /** ln(1 + value): counts, bytes and rates, whose sizes differ by orders of magnitude. */
    LOG1P,
    /** value * ln(1 + flow_count): the share of a single flow says little. */
    BY_FLOWS,
    /** value * ln(1 + bytes_in + bytes_out): the ratio of a few bytes says little. */
    BY_BYTES
  }

  /** What a raw value counts. */
  public enum Unit {
    COUNT,
    BYTES,
    BYTES_PER_SECOND,
    SECONDS,
    /** 0 to 1. */
    SHARE,
    /** A number of its own kind. */
    PLAIN
  }

  /** The name in options, files and documents. */
  public String id() {
    return id;
  }

  /** How the schema scales the raw value for the forest. */
  public Scale scale() {
    return scale;
  }

  /** The unit of the raw value. */
  public Unit unit() {
    return unit;
  }

  /**
   * The feature of that name.
   *
   * @return null if there is none
   */
  public static Feature ofId(String id) {
    for (Feature feature : values()) {
      if (feature.id.equals(id)) {
        return feature;
      }
    }
    return null;
  }
}
