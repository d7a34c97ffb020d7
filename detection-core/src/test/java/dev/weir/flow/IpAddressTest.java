package dev.weir.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "2001:DB8:0:0:8:800:200C:417A, 2001:db8::8:800:200c:417a",
    "2001:0db8::0001, 2001:db8::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "0:0:0:0:0:0:0:0, ::",
    "::, ::",
    "::1, ::1",
    "2a02:cf40::, 2a02:cf40::",
    "fe80::1%eth0, fe80::1",
    "FE80:0::1%25, fe80::1",
    "::ffff:192.0.2.7, 192.0.2.7",
    "0:0:0:0:0:FFFF:c000:207, 192.0.2.7",
    "::ffff:10.0.0.1%3, 10.0.0.1",
    "::192.0.2.7, ::c000:207",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    "1:2:3:4:5:6:192.0.2.7, 1:2:3:4:5:6:c000:207",
  })
  void oneAddressHasOneText(String written, String canonical) {
    assertThat(IpAddress.canonical(written)).isEqualTo(canonical);
    assertThat(IpAddress.canonical(canonical)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "localhost",
        "example.com",
        "1",
        "786",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.00",
        "1.2.3.4 ",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "1.2.3.4:80",
        "1.2.3.4/24",
        "1.2.3.-4",
        "1.2.3.4%eth0",
        "0x7f.0.0.1",
        "2130706433",
        "1.2.3.1000",
        "face.b00c",
        "x.1.2.3",
        "١.2.3.4",
        ":",
        ":::",
        "1:::2",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7:",
        ":1:2:3:4:5:6:7",
        "12345::",
        "g::",
        "fe80::1%",
        "%eth0",
        "[::1]",
        "::1/64",
        "::1.2.3",
        "::1.2.3.4.5",
        "::01.2.3.4",
        "1.2.3.4::",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::ffff:1.2.3.4:5",
        "aa:bb:cc:dd:ee:ff",
        "::\u0661"
      })
  void anythingElseIsNoAddress(String text) {
    assertThat(IpAddress.canonical(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.1.1", "127.0.0.1",
        "169.254.169.254", "100.64.0.0", "100.127.255.255", "::1", "fe80::1", "febf::1",
        "fc00::1", "fdff::1"
      })
  void privateAddressesAreThoseUsedInsideNetworks(String address) {
    assertThat(IpAddress.isPrivate(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11.0.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.169.0.1",
        "128.0.0.1",
        "169.253.0.1",
        "100.63.0.1",
        "100.128.0.1",
        "8.8.8.8",
        "::",
        "::2",
        "fec0::1",
        "2001:db8::1",
        "fe00::1",
        "ff02::1",
        "",
        "786",
        "10",
        "aa:bb:cc:dd:ee:ff",
        ".",
        ":",
        "fe80fe80fe80::"
      })
  void allOthersArePublic(String address) {
    assertThat(IpAddress.isPrivate(address)).isFalse();
  }

  @Property
  void canonicalTextMeansTheSameAddressAndIsItsOwnCanonicalText(
      @ForAll @Size(8) short[] groups, @ForAll byte zeros) throws UnknownHostException {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < groups.length; i++) {
      int group = (zeros >> i & 1) == 0 ? groups[i] & 0xFFFF : 0;
      written.append(i == 0 ? "" : ":").append(Integer.toHexString(group));
    }
    String canonical = IpAddress.canonical(written);

    assertThat(InetAddress.getByName(canonical))
        .isEqualTo(InetAddress.getByName(written.toString()));
    assertThat(IpAddress.canonical(canonical)).isEqualTo(canonical);
  }

  @Property
  void everyDottedQuadIsItsOwnCanonicalText(@ForAll int bits) {
    String quad =
        (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);

    assertThat(IpAddress.canonical(quad)).isEqualTo(quad);
  }

  @Property(tries = 5000)
  void whatIsTakenForAnIpv6AddressIsOne(
      @ForAll
          @CharRange(from = '0', to = '2')
          @CharRange(from = ':', to = ':')
          @CharRange(from = 'f', to = 'f')
          @CharRange(from = '.', to = '.')
          @StringLength(max = 24)
          String text)
      throws UnknownHostException {
    String canonical = IpAddress.canonical(text);

    if (canonical != null) {
      assertThat(InetAddress.getByName(canonical)).isEqualTo(InetAddress.getByName(text));
    }
  }
}
