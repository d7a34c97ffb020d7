package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.UserException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {

  private static AllowList parse(String text) {
    return AllowList.parse("allow.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void rangesAndExactNamesAreAllowed() {
    AllowList list = parse("# backups\n10.0.0.0/24  # the old ones\n\n2001:db8::/32\r\nAS786\n");

    assertThat(List.of("10.0.0.7", "2001:db8:1:2::/64", "AS786")).allMatch(list::allows);
    assertThat(List.of("10.0.1.7", "2001:db9::/64", "AS78", "as786", "")).noneMatch(list::allows);
  }

  @Test
  void aPrefixIsAllowedAsAWholeOnly() {
    AllowList list = parse("2001:db8:1:2:3::/80");

    assertThat(list.allows("2001:db8:1:2::/64")).isFalse();
    assertThat(list.allows("2001:db8:1:2:3::1")).isTrue();
  }

  @Test
  void aMistypedAddressIsToldWithItsLine() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> parse("10.0.0.1\n10.0.0.300\n"))
        .withMessage(
            "allow.txt line 2: '10.0.0.300' is no address and no CIDR;"
                + " write 10.0.0.0/8 or 2001:db8::/32");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> AllowList.of("--alert.allow", List.of("10.0.0.1/8")))
        .withMessageStartingWith("--alert.allow: '10.0.0.1/8' has bits set");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> AllowList.read(Path.of("no-such-file")))
        .withMessageContaining("no such file");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> AllowList.parse("f", new byte[] {(byte) 0xC3, 0x28}))
        .withMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.16.51 backup server",
        "10.1.16.51,10.1.16.52",
        "10.1.16.51\u00A0",
        "10.1.16.*",
        "10.1.16.1-10.1.16.9",
        "10.1.16.51; 9.9.9.9"
      })
  void whatIsMoreThanAnAddressDoesNotPassForAName(String entry) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> parse("AS786\n" + entry + "\n"))
        .withMessageStartingWith("allow.txt line 2: '" + entry.strip() + "' is neither");
  }

  @Test
  void namesMayHaveDashesAndDots() {
    assertThat(parse("mail-1.example.org\nweb_2\nAS786").allows("mail-1.example.org")).isTrue();
  }

  @Test
  void twoListsAllowWhomEitherDoes() {
    AllowList both = parse("10.0.0.1").and(AllowList.of("option", List.of("name", " ")));

    assertThat(both.allows("10.0.0.1")).isTrue();
    assertThat(both.allows("name")).isTrue();
    assertThat(AllowList.NONE.allows("name")).isFalse();
  }
}
