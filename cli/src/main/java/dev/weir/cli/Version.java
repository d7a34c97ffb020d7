package dev.weir.cli;

import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** What runs here: Weir and what it stands on. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String own = Weir.class.getPackage().getImplementationVersion();
    return new String[] {
      String.format(
          "weir %s (Java %s, Flink %s, Kafka %s)",
          own == null ? "of no jar" : own,
          Runtime.version(),
          EnvironmentInformation.getVersion(),
          AppInfoParser.getVersion())
    };
  }
}
