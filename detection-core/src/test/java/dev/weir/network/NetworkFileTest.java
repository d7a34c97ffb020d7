package dev.weir.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.AddressBits;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFileTest {

  private static final String WHOLE =
      """
      # the office and two VPCs
      internal: [10.0.0.0/8, "2001:db8:7::/48"]
      shared:
        - 203.0.113.9
        - 198.51.100.0/24
      scanners:
        - 10.0.5.9
        - addresses: [10.0.5.10, 10.0.6.0/24]
          days: [mon, Sunday]
          from: 22:30
          to: 02:00
      middleboxes: 10.0.0.220
      interfaces:
        eni-0a: 10.0.0.220
        eni-0b: [10.0.1.5, "2001:DB8:7::5"]
      """;

  @TempDir Path folder;

  private static Network parse(String text) {
    return NetworkFile.parse("network.yaml", text);
  }

  private static AddressBits bits(String address) {
    AddressBits bits = new AddressBits();
    assertThat(bits.read(address)).isTrue();
    return bits;
  }

  @Test
  void everyKeyIsTaken() {
    Network network = parse(WHOLE);

    assertThat(network.isInternal(bits("10.1.2.3"))).isTrue();
    assertThat(network.isInternal(bits("2001:db8:7:1::1"))).isTrue();
    assertThat(network.isInternal(bits("192.168.0.1"))).isFalse();
    assertThat(network.isShared(bits("203.0.113.9"))).isTrue();
    assertThat(network.isShared(bits("198.51.100.200"))).isTrue();
    assertThat(network.isMiddlebox(bits("10.0.0.220"))).isTrue();
    assertThat(network.addressesOf("eni-0a")).containsExactly("10.0.0.220");
    assertThat(network.addressesOf("eni-0b"))
        .containsExactlyInAnyOrder("10.0.1.5", "2001:db8:7::5");
    assertThat(network.addressesOf("eni-0c")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.5.9, 2026-03-04T12:00:00Z, true",
    "10.0.5.10, 2026-03-02T22:30:00Z, true",
    "10.0.5.10, 2026-03-02T22:29:59Z, false",
    "10.0.6.77, 2026-03-03T01:59:59Z, true",
    "10.0.5.10, 2026-03-03T02:00:00Z, false",
    "10.0.5.10, 2026-03-03T23:00:00Z, false",
    "10.0.5.10, 2026-03-02T01:00:00Z, true",
    "10.0.5.10, 2026-03-01T01:00:00Z, false",
  })
  void aScannerIsDueOnItsDaysThroughTheNight(String address, Instant time, boolean due) {
    Scanner scanner = parse(WHOLE).scanners().get(address.equals("10.0.5.9") ? 0 : 1);

    assertThat(scanner.isDue(bits(address), time.toEpochMilli())).isEqualTo(due);
    assertThat(scanner.isDue(bits("10.9.9.9"), time.toEpochMilli())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "shared:\n", "interfaces:\nscanners: []\n"})
  void whatIsNotToldIsAtItsDefault(String text) {
    Network network = parse(text);

    assertThat(network.isInternal(bits("10.0.0.1"))).isTrue();
    assertThat(network.isInternal(bits("8.8.8.8"))).isFalse();
    assertThat(network.isShared(bits("8.8.8.8"))).isFalse();
    assertThat(network.digest()).isEqualTo(Network.DEFAULT.digest());
  }

  @Test
  void anEmptyListOfInternalAddressesIsNone() {
    assertThat(parse("internal: []").isInternal(bits("10.0.0.1"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "internl: [10.0.0.0/8]| network.yaml line 1: the key 'internl' is not known here; did you"
            + " mean internal?",
        "zones: []| network.yaml line 1: the key 'zones' is not known here; there are interfaces,"
            + " internal, middleboxes, scanners, shared",
        "scanners: [{adresses: 10.0.0.1}]| network.yaml line 1: the key 'adresses' is not known"
            + " here; did you mean addresses?",
        "shared: [10.0.0.1, 10.0.0/8]| network.yaml line 1: shared[1]: '10.0.0/8' is no address and"
            + " no CIDR; write 10.0.0.0/8 or 2001:db8::/32",
        "internal: 10.0.0.1/8| network.yaml line 1: internal: '10.0.0.1/8' has bits set beyond its"
            + " first 8; write its first address",
        "shared: [[10.0.0.1]]| network.yaml line 1: shared[0] is no plain value; write one text"
            + " there",
        "interfaces: {eni-1: host}| network.yaml line 1: interfaces.eni-1: 'host' is no address",
        "interfaces: [eni-1]| network.yaml line 1: interfaces is no mapping; write 'key: value'"
            + " lines under it",
        "[10.0.0.0/8]| network.yaml line 1: it is no mapping; write 'key: value' lines under it",
        "scanners: [{days: mon}]| network.yaml line 1: scanners[0] names no addresses; add"
            + " 'addresses: [10.0.0.1]'",
        "scanners: [{addresses: 10.0.0.1, from: 02:00}]| network.yaml line 1: scanners[0] has one"
            + " of from and to; give both or neither",
        "scanners: [{addresses: 10.0.0.1, from: 2am, to: 03:00}]| network.yaml line 1:"
            + " scanners[0].from: '2am' is no time of day; write 02:30",
        "scanners: [{addresses: 10.0.0.1, days: [someday]}]| network.yaml line 1:"
            + " scanners[0].days[0]: 'someday' is no day; write mon, tue, …, sun",
      })
  void whatIsNotUnderstoodIsRefusedAtItsPlace(String text, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> parse(text))
        .withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "internal: [10.0.0.0/8",
        "internal: 10.0.0.0/8\ninternal: 10.0.0.0/9",
        "shared: &a [10.0.0.1]\nmiddleboxes: *b",
        "a: 1\n---\nb: 2",
        "\u0000",
        "\t- x",
        "internal: !!java.net.URL [http://localhost]",
      })
  void whatIsNoYamlIsRefusedInOneSentence(String text) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> parse(text))
        .withMessageStartingWith("network.yaml");
  }

  @Test
  void filesThatAreMissingOrNoTextAreNamed() throws IOException {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> NetworkFile.read(folder.resolve("none.yaml")))
        .withMessageContaining("none.yaml: no such file");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> NetworkFile.read(folder))
        .withMessageContaining("is no regular file");
    Path image = Files.write(folder.resolve("image.yaml"), new byte[] {(byte) 0xff, 0, 1});
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> NetworkFile.read(image))
        .withMessageContaining("is not text in UTF-8");
  }

  @Test
  void whatIsNestedWithoutEndIsRefused() {
    for (String level : new String[] {"[", "{a: ", "- "}) {
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> parse("internal:\n  " + level.repeat(1_000_000)))
          .withMessageStartingWith("network.yaml");
    }
  }

  @Test
  void theDigestIsOfWhatDecidesAboutFlows() {
    String digest = parse("internal: [10.0.0.0/8, 192.168.0.0/16]").digest();

    assertThat(parse("internal: [192.168.0.0/16, 10.0.0.0/8]\nshared: 8.8.8.8").digest())
        .isEqualTo(digest);
    assertThat(parse("internal: [10.0.0.0/8]").digest()).isNotEqualTo(digest);
    assertThat(parse("internal: [10.0.0.0/8, 192.168.0.0/16]\nmiddleboxes: 10.0.0.1").digest())
        .isNotEqualTo(digest);
  }
}
