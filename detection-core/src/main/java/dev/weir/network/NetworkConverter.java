package dev.weir.network;

import dev.weir.flow.UserException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the network's description where the command line names it, so that it is known at once. */
final class NetworkConverter implements ITypeConverter<NamedNetwork> {

  /** For picocli. */
  NetworkConverter() {}

  @Override
  public NamedNetwork convert(String file) {
    try {
      return new NamedNetwork(file, NetworkFile.read(Path.of(file)));
    } catch (UserException | InvalidPathException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
