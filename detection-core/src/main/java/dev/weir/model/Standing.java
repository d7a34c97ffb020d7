package dev.weir.model;

import java.util.Locale;

/**
 * Where a source's address lies, and whether others come to it: what segments are by. A client is
 * whoever is no server: every source begins the flows that it is measured by, so what one does in a
 * window tells no role, and a role that it did tell would change with an attack.
 */
public enum Standing {
  INSIDE_CLIENT("clients inside"),
  INSIDE_SERVER("servers inside"),
  OUTSIDE_CLIENT("clients outside"),
  OUTSIDE_SERVER("servers outside"),
  /** Many hosts behind one address: a proxy, NAT, a CDN or a load balancer. */
  SHARED_CLIENT("shared addresses"),
  SHARED_SERVER("shared servers"),
  /** A name that is no address, or nothing is known of the network. */
  UNPLACED("this network");

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final String words;

  Standing(String words) {
    this.words = words;
  }

  /** The segment's name. */
  public String id() {
    return id;
  }

  /** Whose normal it is, as in "normal for clients inside". */
  public String words() {
    return words;
  }

  /**
   * The standing of that name.
   *
   * @return null if there is none, or no segment of it
   */
  static Standing ofId(String id) {
    for (Standing standing : values()) {
      if (standing != UNPLACED && standing.id.equals(id)) {
        return standing;
      }
    }
    return null;
  }
}
