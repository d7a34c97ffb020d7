package dev.weir.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeographyTest {

  @TempDir private Path folder;

  private Path database() throws IOException {
    byte[] bytes =
        new SmallMmdb()
            .with("198.51.100.0", 24, Map.of("country", Map.of("iso_code", "NL")))
            .with("203.0.113.0", 24, Map.of("country_code", "BR"))
            .with("192.0.2.0", 24, Map.of("registered_country", Map.of("iso_code", "JP")))
            .bytes();
    return Files.write(folder.resolve("countries.mmdb"), bytes);
  }

  @Test
  void findsTheCountryWhereverADatabaseHasIt() throws IOException {
    Geography geography = Geography.of(database());

    assertThat(geography.country("198.51.100.7")).isEqualTo("NL");
    assertThat(geography.country("203.0.113.9")).isEqualTo("BR");
    assertThat(geography.country("192.0.2.1")).isEqualTo("JP");
    assertThat(geography.country("198.51.100.7")).as("again").isEqualTo("NL");
  }

  @Test
  void ofWhatIsNotListedOrNoAddressNothingIsKnown() throws IOException {
    Geography geography = Geography.of(database());

    assertThat(geography.country("10.0.0.1")).isEmpty();
    assertThat(geography.country("AS786")).isEmpty();
    assertThat(geography.country("2001:db8::1")).isEmpty();
  }

  @Test
  void noDamageKeepsAFlowFromBeingLocated() throws IOException {
    byte[] sound = Files.readAllBytes(database());
    for (int at = 0; at < sound.length; at++) {
      for (int value : new int[] {0x00, 0x20, 0x28, 0xE1, 0xFF}) {
        byte[] damaged = sound.clone();
        damaged[at] = (byte) value;
        Path file = Files.write(folder.resolve(at + "-" + value + ".mmdb"), damaged);
        try {
          Geography geography = Geography.of(file);
          assertThat(geography.country("198.51.100.7")).hasSizeLessThanOrEqualTo(2);
          assertThat(geography.country("203.0.113.9")).hasSizeLessThanOrEqualTo(2);
        } catch (UserException e) {
          assertThat(e).hasMessageContaining(file.toString());
        }
      }
    }
  }

  @Test
  void aFlowTakesItsCountryFromTheLogBeforeTheDatabase() throws IOException {
    Vantage vantage =
        new Vantage(
            Network.DEFAULT,
            NetworkSettings.DEFAULT,
            new Interfaces(Network.DEFAULT),
            Geography.of(database()));

    assertThat(located(vantage, FlowRecord.builder()).country()).isEqualTo("NL");
    assertThat(located(vantage, FlowRecord.builder().country("SE")).country()).isEqualTo("SE");
  }

  private static FlowRecord located(Vantage vantage, FlowRecordBuilder flow) {
    flow.srcIp("198.51.100.7").dstIp("10.0.0.1").start(0).end(1);
    vantage.locate(flow);
    return flow.build();
  }

  @Test
  void whatIsNoDatabaseIsRefusedByName() throws IOException {
    Path file = Files.writeString(folder.resolve("no.mmdb"), "hello");

    assertThatThrownBy(() -> Geography.of(file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no.mmdb is no MMDB database");
    assertThatThrownBy(() -> Geography.of(folder.resolve("missing.mmdb")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("missing.mmdb cannot be read");
  }
}
