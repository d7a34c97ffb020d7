package dev.weir.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientConfigFileTest {

  @TempDir private Path folder;

  @Test
  void takesSettingsOfTlsAndLogin() throws IOException {
    Map<String, String> settings =
        ClientConfigFile.read(
            file("security.protocol=SASL_SSL\nsasl.mechanism = SCRAM-SHA-512 \n# a comment\n"));

    assertThat(settings)
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
  }

  @Test
  void refusesWhatIsWeirsToSayAndSuggestsWhatWasMeant() throws IOException {
    assertRefused("enable.auto.commit=true", "'enable.auto.commit' is no setting of");
    assertRefused("sasl.mecanism=PLAIN", "did you mean 'sasl.mechanism'?");
    assertRefused("config.providers=mine", "'config.providers' is no setting of");
  }

  @Test
  void refusesValuesThatKafkasClientsRefuse() throws IOException {
    assertRefused("security.protocol=TLS", "security.protocol");
    assertRefused("ssl.truststore.location=/no/such/file", "which cannot be read");
    assertRefused("sasl.mechanism=\\u00zz", "is no file of properties");
  }

  @Test
  void looksSecretsUpWhereTheClientRunsAndHoldsNone() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "password=hunter2\n");

    Map<String, String> settings =
        ClientConfigFile.read(file("ssl.truststore.password=${file:" + secret + ":password}"));

    assertThat(settings.values()).noneMatch(value -> value.contains("hunter2"));
    Map<String, Object> client = KafkaAccess.with("localhost:1", settings).configuration(Map.of());
    Password found = new AdminClientConfig(client).getPassword("ssl.truststore.password");
    assertThat(found.value()).isEqualTo("hunter2");
  }

  @Test
  void namesAnEnvironmentVariableThatIsNotSet() throws IOException {
    assertRefused(
        "ssl.truststore.password=${env:WEIR_NO_SUCH_VARIABLE}", "variable WEIR_NO_SUCH_VARIABLE");
  }

  @Test
  void neverPrintsWhatItHolds() throws IOException {
    Map<String, String> settings =
        ClientConfigFile.read(file("ssl.truststore.password=hunter2\nsecurity.protocol=SSL"));

    assertThat(KafkaAccess.with("kafka:9093", settings)).hasToString("kafka:9093");
  }

  private void assertRefused(String content, String words) throws IOException {
    Path path = file(content);
    assertThatThrownBy(() -> ClientConfigFile.read(path))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(path.toString())
        .hasMessageContaining(words);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("client.properties"), content);
  }
}
