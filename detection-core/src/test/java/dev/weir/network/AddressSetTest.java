package dev.weir.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weir.flow.AddressBits;
import dev.weir.flow.IpAddress;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSetTest {

  private static AddressSet set(String... prefixes) {
    return AddressSet.of(List.of(prefixes).stream().map(Cidr::parse).toList());
  }

  private static boolean holds(AddressSet set, String address) {
    AddressBits bits = new AddressBits();
    assertThat(bits.read(address)).as(address).isTrue();
    return set.contains(bits);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0, true",
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.0.0.0/8, 9.255.255.255, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::1, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "192.0.2.7/32, ::ffff:192.0.2.7, true",
    "2001:db8::/32, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, true",
    "2001:db8::/32, 2001:db9::, false",
    "::/0, 8000::, true",
    "::/0, 10.0.0.1, true",
    "fe80::1/128, fe80::1, true",
    "2001:db8:0:0:8000::/65, 2001:db8::8000:0:0:1, true",
    "2001:db8:0:0:8000::/65, 2001:db8::7fff:0:0:1, false",
  })
  void prefixesHoldTheirAddresses(String prefix, String address, boolean held) {
    assertThat(holds(set(prefix), address)).isEqualTo(held);
    assertThat(holds(set("203.0.113.0/24", prefix, "9000::/16"), address)).isEqualTo(held);
  }

  @Test
  void nothingLiesInNoRanges() {
    assertThat(holds(AddressSet.EMPTY, "10.0.0.1")).isFalse();
    assertThat(AddressSet.EMPTY.isEmpty()).isTrue();
  }

  @Test
  void overlapsAreOneRange() {
    assertThat(set("10.1.0.0/16", "10.0.0.0/8", "10.0.0.0/24", "10.0.0.0/8").text())
        .isEqualTo(set("10.0.0.0/8").text());
  }

  @Property
  void aSetHoldsWhatOneOfItsPrefixesHolds(
      @ForAll("prefixes") List<String> prefixes, @ForAll("addresses") String address) {
    boolean held = prefixes.stream().anyMatch(prefix -> naive(prefix, address));

    assertThat(holds(set(prefixes.toArray(String[]::new)), address)).isEqualTo(held);
  }

  private static boolean naive(String prefix, String address) {
    int slash = prefix.indexOf('/');
    int length = Integer.parseInt(prefix.substring(slash + 1));
    int shift = prefix.contains(":") ? 128 - length : 32 - length;
    return value(prefix.substring(0, slash))
        .shiftRight(shift)
        .equals(value(address).shiftRight(shift));
  }

  private static BigInteger value(String address) {
    AddressBits bits = new AddressBits();
    assertThat(bits.read(address)).isTrue();
    return new BigInteger(Long.toUnsignedString(bits.high()))
        .shiftLeft(64)
        .add(new BigInteger(Long.toUnsignedString(bits.low())));
  }

  @Provide
  Arbitrary<List<String>> prefixes() {
    return Combinators.combine(addresses(), Arbitraries.integers().between(0, 128))
        .as(AddressSetTest::prefix)
        .list()
        .ofMaxSize(6);
  }

  private static String prefix(String address, int length) {
    AddressBits bits = new AddressBits();
    assertThat(bits.read(address)).isTrue();
    int most = address.contains(":") ? 128 : 32;
    int kept = Math.min(length, most);
    int of128 = kept + 128 - most;
    long high = bits.high() & AddressBits.highMask(of128);
    long low = bits.low() & AddressBits.lowMask(of128);
    return IpAddress.canonical(AddressBits.ipv6(high, low)) + '/' + kept;
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> ipv4 =
        Arbitraries.integers()
            .map(i -> AddressBits.ipv6(0, 0xFFFF_0000_0000L | (i & 0xFFFF_FFFFL)))
            .map(IpAddress::canonical);
    Arbitrary<String> ipv6 =
        Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
            .as((high, low) -> AddressBits.ipv6(high | 1L << 63, low));
    return Arbitraries.oneOf(ipv4, ipv6);
  }

  @Property
  void bitsComeBackAsTheSameText(@ForAll("addresses") String address) {
    AddressBits bits = new AddressBits();

    assertThat(bits.read(address)).isTrue();
    assertThat(IpAddress.canonical(AddressBits.ipv6(bits.high(), bits.low()))).isEqualTo(address);
    assertThat(bits.isIpv4()).isEqualTo(address.indexOf('.') > 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "host",
        "10.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/8/8",
        "::/129",
        "10.0.0.0/0008",
        "10.0.0.0/8 ",
        "fe80::%eth0/1x"
      })
  void whatIsNoPrefixIsRefusedByItsText(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cidr.parse(text))
        .withMessageContaining("'" + text + "'");
  }

  @Test
  void bitsBeyondThePrefixAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cidr.parse("10.0.0.5/8"))
        .withMessage("'10.0.0.5/8' has bits set beyond its first 8; write its first address");
  }
}
