package dev.weir.alert;

import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import dev.weir.finding.Kind;
import dev.weir.flow.Gap;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which parts of the network a gap made invisible, and which an incident is seen in. By name: an
 * address, where it is known which ones the interface has; else the scope, and for those who lie in
 * none that is known, the rest of the world. An incident lies where any of its ends does.
 */
public final class BlindSpots {

  private static final String ADDRESS = "address ";
  private static final String SCOPE = "scope ";

  /** Where an incident is seen whose scope is not known: that may be where any scope is. */
  private static final String ANYWHERE = "anywhere";

  /** All of them together: each incident that is not about the model lies in one of these. */
  public static final Set<String> EVERYWHERE = Set.of(ANYWHERE, SCOPE);

  private BlindSpots() {}

  /** What could not be seen. */
  public static Set<String> of(Gap gap) {
    Set<String> spots = new TreeSet<>();
    gap.addresses().forEach(address -> spots.add(ADDRESS + address));
    if (spots.isEmpty()) {
      spots.add(SCOPE + gap.scope());
      spots.add(ANYWHERE);
    }
    return spots;
  }

  /** Where it would have to be seen; nowhere for one about the model. */
  static Set<String> of(Incident incident) {
    Set<String> spots = new TreeSet<>();
    if (incident.key().kind() == Kind.MODEL) {
      return spots;
    }
    SourceKey source = incident.key().source();
    if (source == null || source.scope().isEmpty()) {
      spots.add(ANYWHERE);
    } else {
      spots.add(SCOPE + source.scope());
      spots.add(SCOPE);
    }
    if (source != null) {
      spots.add(ADDRESS + source.address());
    }
    TargetKey target = incident.target();
    if (target != null) {
      spots.add(ADDRESS + target.address());
    }
    for (TargetCount count : incident.targets(IncidentTargets.MOST)) {
      spots.add(ADDRESS + count.target().address());
    }
    return spots;
  }
}
