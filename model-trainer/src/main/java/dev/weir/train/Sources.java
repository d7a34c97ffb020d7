package dev.weir.train;

import dev.weir.feature.FeatureVector;
import dev.weir.flow.AddressBits;
import dev.weir.model.Segmentation;
import dev.weir.network.Network;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells how sources of a history are told apart. */
final class Sources {

  private Sources() {}

  /** By what the user told of the network, and by whom others came to. */
  static Segmentation segmentation(
      Network network, ServerAddresses servers, List<FeatureVector> sample) {
    Set<String> sources =
        sample.stream().map(window -> window.source().address()).collect(Collectors.toSet());
    AddressBits bits = new AddressBits();
    return new Segmentation(
        network.internal(),
        network.shared(),
        servers.among(
            address -> bits.read(address) && (network.isInternal(bits) || network.isShared(bits)),
            sources));
  }
}
