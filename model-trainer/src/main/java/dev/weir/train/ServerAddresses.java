package dev.weir.train;

import dev.weir.feature.TargetKey;
import dev.weir.flow.Services;
import dev.weir.model.Segmentation;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Addresses that others come to for a service: those of known targets with a service's port. Of
 * addresses outside only those count that are sources as well; of more than a model keeps, the
 * network's own first.
 */
final class ServerAddresses {

  private final Set<String> addresses = new LinkedHashSet<>();

  /** Takes a target that has become known. */
  void add(TargetKey target) {
    if (Services.isStandard(target.port())) {
      addresses.add(target.address());
    }
  }

  /**
   * Those that sources may be told apart by.
   *
   * @param own whether an address is one of the network's own, or shared
   * @param sources addresses that begin flows
   */
  Set<String> among(Predicate<String> own, Set<String> sources) {
    Set<String> servers = new HashSet<>();
    addresses.stream().filter(own).limit(Segmentation.MAX_SERVERS).forEach(servers::add);
    addresses.stream()
        .filter(sources::contains)
        .filter(address -> !servers.contains(address))
        .limit(Segmentation.MAX_SERVERS - servers.size())
        .forEach(servers::add);
    return servers;
  }
}
