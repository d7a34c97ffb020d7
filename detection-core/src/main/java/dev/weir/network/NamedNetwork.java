package dev.weir.network;

import java.io.Serializable;

/**
 * A network and the file that describes it.
 *
 * @param file as the user named it
 */
record NamedNetwork(String file, Network network) implements Serializable {}
