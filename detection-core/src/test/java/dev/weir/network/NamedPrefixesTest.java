package dev.weir.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.AddressBits;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedPrefixesTest {

  private static AddressBits bits(String address) {
    AddressBits bits = new AddressBits();
    assertThat(bits.read(address)).as(address).isTrue();
    return bits;
  }

  @Property
  void allThatHoldAnAddressAreNamed(
      @ForAll("prefixes") List<Cidr> prefixes, @ForAll("addresses") String address) {
    NamedPrefixes named =
        NamedPrefixes.of(
            IntStream.range(0, prefixes.size())
                .mapToObj(i -> new NamedPrefixes.Named(prefixes.get(i), "n" + i))
                .toList());

    assertThat(named.namesOf(bits(address)))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, prefixes.size())
                .filter(i -> AddressSet.of(List.of(prefixes.get(i))).contains(bits(address)))
                .mapToObj(i -> "n" + i)
                .toList());
  }

  @Property
  void aSetOverlapsAPrefixWhereOneHoldsAnAddressOfTheOther(
      @ForAll("prefixes") List<Cidr> prefixes, @ForAll("prefixes") List<Cidr> others) {
    AddressSet set = AddressSet.of(prefixes);
    for (Cidr other : others) {
      boolean holds = prefixes.stream().anyMatch(one -> holds(one, other));
      boolean held = prefixes.stream().anyMatch(one -> holds(other, one));
      assertThat(set.contains(other)).isEqualTo(holds);
      assertThat(set.overlaps(other)).isEqualTo(holds || held);
    }
  }

  private static boolean holds(Cidr outer, Cidr inner) {
    return outer.length() <= inner.length()
        && (inner.high() & AddressBits.highMask(outer.length())) == outer.high()
        && (inner.low() & AddressBits.lowMask(outer.length())) == outer.low();
  }

  /** Few enough bits that they meet. */
  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<Integer> octet = Arbitraries.of(0, 1, 127, 128, 255);
    return Combinators.combine(octet, octet).as((c, d) -> "10.0." + c + "." + d);
  }

  @Provide
  Arbitrary<List<Cidr>> prefixes() {
    return Combinators.combine(addresses(), Arbitraries.integers().between(8, 32))
        .as(
            (address, length) -> {
              AddressBits bits = bits(address);
              int all = length + 96;
              return new Cidr(
                  bits.high() & AddressBits.highMask(all),
                  bits.low() & AddressBits.lowMask(all),
                  all);
            })
        .list()
        .ofMaxSize(8);
  }

  @Test
  void nothingIsNamedByNoPrefixes() {
    assertThat(NamedPrefixes.EMPTY.namesOf(bits("10.0.0.1"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8",
    "192.0.2.7, 192.0.2.7/32",
    "::ffff:192.0.2.7, 192.0.2.7/32",
    "0.0.0.0/0, 0.0.0.0/0",
    "2001:0DB8::/32, 2001:db8::/32",
    "::1, ::1/128",
    "::/0, ::/0",
  })
  void aPrefixHasOneText(String written, String text) {
    assertThat(Cidr.parse(written).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, UNSPECIFIED, false",
    "::, UNSPECIFIED, false",
    "169.254.9.9, LINK_LOCAL, false",
    "fe80::1, LINK_LOCAL, false",
    "203.0.113.9, DOCUMENTATION, true",
    "2001:db8::1, DOCUMENTATION, true",
    "198.19.0.1, BENCHMARKING, true",
    "239.1.1.1, MULTICAST, false",
    "ff02::fb, MULTICAST, false",
    "255.255.255.255, BROADCAST, false",
    "250.1.1.1, RESERVED, true",
  })
  void specialAddressesAreRecognised(String address, SpecialRange range, boolean deniable) {
    assertThat(SpecialRange.of(bits(address))).contains(range);
    assertThat(range.isDeniable()).isEqualTo(deniable);
  }

  @ParameterizedTest
  @CsvSource({"9.9.9.9", "10.0.0.1", "2a00::1", "223.255.255.255"})
  void ordinaryAddressesAreNotSpecial(String address) {
    assertThat(SpecialRange.of(bits(address))).isEmpty();
  }
}
