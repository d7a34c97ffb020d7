package dev.weir.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.command.Commands;
import dev.weir.flow.AddressBits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class NetworkOptionsTest {

  @TempDir Path folder;

  @Command
  private static final class Holder {
    @Mixin private NetworkOptions options;
  }

  private static NetworkOptions parse(String... arguments) {
    Holder holder = new Holder();
    Commands.commandLine(holder).parseArgs(arguments);
    return holder.options;
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("network.yaml"), yaml);
  }

  @Test
  void everythingIsOnAndNothingToldByDefault() {
    assertThat(parse().settings()).isEqualTo(NetworkSettings.DEFAULT);
    assertThat(new NetworkOptions().settings()).isEqualTo(NetworkSettings.DEFAULT);
  }

  @Test
  void everyOptionIsTaken() throws IOException {
    Path file = file("internal: 192.0.2.0/24");

    NetworkSettings settings =
        parse(
                "--orientation=off",
                "--single-vantage=OFF",
                "--nat=off",
                "--scope=vpc",
                "--ipv6-prefix=128",
                "--network=" + file)
            .settings();

    assertThat(settings.differencesFrom(NetworkSettings.DEFAULT))
        .isEqualTo(
            "--orientation off --single-vantage off --nat off --scope vpc --ipv6-prefix 128");
    assertThat(settings.network()).isNotEqualTo(Network.DEFAULT.digest());
  }

  @Test
  void argumentsGiveTheSameOptionsAgain() throws IOException {
    NetworkOptions options =
        parse("--nat=off", "--ipv6-prefix=48", "--network=" + file("internal: 192.0.2.0/24"));

    NetworkOptions again = parse(options.arguments().toArray(String[]::new));

    assertThat(again.settings()).isEqualTo(options.settings());
    assertThat(again.arguments()).isEqualTo(options.arguments());
  }

  @Test
  void aBadFileOrPrefixIsToldInOneSentence() throws IOException {
    Path bad = file("internl: []");

    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> parse("--network=" + bad))
        .withMessageContaining("--network")
        .withMessageContaining(
            "line 1: the key 'internl' is not known here; did you mean internal?");
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> parse("--ipv6-prefix=0"))
        .withMessageContaining("--ipv6-prefix must be 1 to 128");
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> parse("--scope=region"))
        .withMessageContaining("--scope");
  }

  @Test
  void theNetworkTravelsWithTheJob() throws Exception {
    NetworkOptions options =
        parse(
            "--scope=account",
            "--network="
                + file("internal: 192.0.2.0/24\nscanners: [192.0.2.1]\ninterfaces: {e: 10.0.0.1}"));

    NetworkOptions arrived = copy(options);

    assertThat(arrived.settings()).isEqualTo(options.settings());
    AddressBits bits = new AddressBits();
    assertThat(bits.read("192.0.2.1")).isTrue();
    assertThat(arrived.network().isInternal(bits)).isTrue();
    assertThat(arrived.network().scanners().get(0).isDue(bits, 0)).isTrue();
  }

  private static NetworkOptions copy(NetworkOptions options) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(options);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (NetworkOptions) in.readObject();
    }
  }
}
