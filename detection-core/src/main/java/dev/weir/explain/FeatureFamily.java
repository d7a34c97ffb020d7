package dev.weir.explain;

import static dev.weir.feature.Feature.ACTIVITY_REGULARITY;
import static dev.weir.feature.Feature.AVG_PACKET_SIZE;
import static dev.weir.feature.Feature.BYTES_IN;
import static dev.weir.feature.Feature.BYTES_IN_OUT_LOG_RATIO;
import static dev.weir.feature.Feature.BYTES_OUT;
import static dev.weir.feature.Feature.CRITICAL_PORT_SHARE;
import static dev.weir.feature.Feature.DISTINCT_DST_IPS;
import static dev.weir.feature.Feature.DISTINCT_DST_PORTS;
import static dev.weir.feature.Feature.DST_PORT_ENTROPY;
import static dev.weir.feature.Feature.DURATION_MEAN;
import static dev.weir.feature.Feature.FLOW_COUNT;
import static dev.weir.feature.Feature.MAX_FLOW_BYTES_IN;
import static dev.weir.feature.Feature.NON_STANDARD_PORT_SHARE;
import static dev.weir.feature.Feature.PACKETS;
import static dev.weir.feature.Feature.PORT_22_SHARE;
import static dev.weir.feature.Feature.PORT_3389_SHARE;
import static dev.weir.feature.Feature.REJECTED_SHARE;
import static dev.weir.feature.Feature.RULE_HITS;
import static dev.weir.feature.Feature.SHORT_FLOW_SHARE;
import static dev.weir.feature.Feature.TRAFFIC_RATE;

import dev.weir.feature.Feature;
import java.util.List;
import java.util.Locale;

/**
 * Features that say the same thing in several ways. Trees share out among them, by chance, what is
 * one reason: so their contributions are added up, and one of them speaks for all.
 */
public enum FeatureFamily {
  /** How many flows, and how much in them. */
  VOLUME(FLOW_COUNT, BYTES_IN, BYTES_OUT, TRAFFIC_RATE, MAX_FLOW_BYTES_IN, PACKETS),
  /** Which way the bytes go. */
  DIRECTION(BYTES_IN_OUT_LOG_RATIO),
  /** What its flows are like: how long they last, how large their packets are. */
  SHAPE(DURATION_MEAN, SHORT_FLOW_SHARE, AVG_PACKET_SIZE),
  /** How many addresses it goes to. */
  DESTINATIONS(DISTINCT_DST_IPS),
  /** How many ports it goes to, and how unusual these are. */
  PORTS(DISTINCT_DST_PORTS, NON_STANDARD_PORT_SHARE, DST_PORT_ENTROPY),
  /** How much of it goes to where one logs in, or to other ports that attackers want. */
  SERVICES(PORT_22_SHARE, PORT_3389_SHARE, CRITICAL_PORT_SHARE),
  /** How much of it is refused. */
  REJECTION(REJECTED_SHARE),
  /** How evenly it is spaced. */
  REGULARITY(ACTIVITY_REGULARITY),
  /** What rules of a firewall it hits. */
  RULES(RULE_HITS);

  private final String id = name().toLowerCase(Locale.ROOT);

  @SuppressWarnings("ImmutableEnumChecker") // A list that List.of made.
  private final List<Feature> features;

  FeatureFamily(Feature... features) {
    this.features = List.of(features);
  }

  /** The name in documents. */
  public String id() {
    return id;
  }

  /** Those that people understand soonest come first; each feature is in one family. */
  public List<Feature> features() {
    return features;
  }
}
