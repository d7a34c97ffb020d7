package dev.weir.job.kafka;

import dev.weir.flow.Nearest;
import dev.weir.flow.UserException;
import dev.weir.network.SmallFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * A file of settings that let Kafka's clients in. Only those of TLS, login and connections: what
 * else a client does is Weir's to say.
 */
final class ClientConfigFile {

  private static final int MAX_MEBIBYTES = 1;

  private static final Set<String> CONNECTIONS =
      Set.of(
          "client.dns.lookup",
          "connections.max.idle.ms",
          "metadata.max.age.ms",
          "receive.buffer.bytes",
          "reconnect.backoff.max.ms",
          "reconnect.backoff.ms",
          "send.buffer.bytes",
          "socket.connection.setup.timeout.max.ms",
          "socket.connection.setup.timeout.ms");

  private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env:([^}]*)}");

  /** What {@code ${env:NAME}}, {@code ${file:PATH:KEY}} and {@code ${directory:PATH:FILE}} mean. */
  private static final Map<String, String> PROVIDERS =
      Map.of(
          AbstractConfig.CONFIG_PROVIDERS_CONFIG,
          "env,file,directory",
          AbstractConfig.CONFIG_PROVIDERS_CONFIG + ".env.class",
          EnvVarConfigProvider.class.getName(),
          AbstractConfig.CONFIG_PROVIDERS_CONFIG + ".file.class",
          FileConfigProvider.class.getName(),
          AbstractConfig.CONFIG_PROVIDERS_CONFIG + ".directory.class",
          DirectoryConfigProvider.class.getName());

  private ClientConfigFile() {}

  /**
   * The settings of a file, by Kafka's names.
   *
   * @throws UserException where it cannot be read, has a setting that is none or not for it, or one
   *     that Kafka's clients refuse
   */
  static Map<String, String> read(Path path) {
    Properties read = parse(path);
    Map<String, String> settings = new HashMap<>(PROVIDERS);
    for (String name : read.stringPropertyNames()) {
      requireAllowed(path, name);
      String value = read.getProperty(name).strip();
      requireKnown(path, name, value);
      settings.put(name, value);
    }
    try {
      // Looks secrets up as a client would, and says which setting is not one.
      new AdminClientConfig(KafkaAccess.with("localhost:1", settings).configuration(Map.of()))
          .values();
    } catch (ConfigException e) {
      throw new UserException(path + ": " + e.getMessage(), e);
    }
    return settings;
  }

  private static Properties parse(Path path) {
    byte[] bytes = SmallFile.read(path, "settings of Kafka's clients", MAX_MEBIBYTES);
    Properties read = new Properties();
    try {
      read.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException | IllegalArgumentException e) {
      throw new UserException(path + ": is no file of properties (" + e.getMessage() + ")", e);
    }
    return read;
  }

  private static void requireAllowed(Path path, String name) {
    Set<String> allowed = new TreeSet<>(CONNECTIONS);
    AdminClientConfig.configNames().stream()
        .filter(ClientConfigFile::isAboutLogin)
        .forEach(allowed::add);
    if (!allowed.contains(name)) {
      throw new UserException(
          path
              + ": '"
              + name
              + "' is no setting of Kafka's clients about TLS, login or connections"
              + Nearest.to(name, allowed).map(near -> "; did you mean '" + near + "'?").orElse(""));
    }
  }

  private static boolean isAboutLogin(String name) {
    return name.startsWith("security.") || name.startsWith("sasl.") || name.startsWith("ssl.");
  }

  private static void requireKnown(Path path, String name, String value) {
    Matcher variable = ENVIRONMENT.matcher(value);
    while (variable.find()) {
      if (System.getenv(variable.group(1)) == null) {
        throw new UserException(
            path
                + ": "
                + name
                + " asks for the environment variable "
                + variable.group(1)
                + ", which is not set; set it where Weir is started and where Flink's tasks run");
      }
    }
    if (name.equals(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG)
        || name.equals(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG)) {
      requireFile(path, name, value);
    }
  }

  private static void requireFile(Path path, String name, String value) {
    if (!value.contains("${") && !Path.of(value).toFile().canRead()) {
      throw new UserException(
          path + ": " + name + " is " + value + ", which cannot be read; correct it");
    }
  }
}
