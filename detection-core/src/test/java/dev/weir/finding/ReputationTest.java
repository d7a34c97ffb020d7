package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.UserException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReputationTest {

  private static Reputation parse(String text) {
    return Reputation.parse("lists/bad.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void namesFollowBlanksOrAHash() {
    Reputation list =
        parse("# head\n31.7.0.0/16 Bad Host Ltd\n31.7.8.0/24\t# botnet\n31.7.8.9#c2\n9.9.9.9\n\n");

    assertThat(list.of("31.7.8.9")).containsExactly("Bad Host Ltd", "botnet", "c2");
    assertThat(list.of("31.7.1.1")).containsExactly("Bad Host Ltd");
    assertThat(list.of("9.9.9.9")).containsExactly("bad.txt");
    assertThat(list.of("31.8.0.0")).isEmpty();
    assertThat(list.of("AS786")).isEmpty();
    assertThat(list.size()).isEqualTo(4);
  }

  @Test
  void aPrefixOfSourcesIsFoundByItsFirstAddress() {
    assertThat(parse("2a00:1::/32 x").of("2a00:1:2:3::/64")).containsExactly("x");
  }

  @Test
  void itIsAPureFunctionOfBytes() {
    assertThat(parse("31.7.0.0/16 a")).isEqualTo(parse("\n31.7.0.0/16   a"));
    assertThat(parse("31.7.0.0/16 a")).isNotEqualTo(parse("31.7.0.0/16 b"));
  }

  @Test
  void aBadLineIsToldWithItsRemedy() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> parse("31.7.0.0/16\n31.7.0.1/16 bad"))
        .withMessage(
            "lists/bad.txt line 2: '31.7.0.1/16' has bits set beyond its first 16;"
                + " write its first address");
  }

  @Test
  void aHundredThousandNetworksAreAskedInNoTime() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append(1 + i / 1000)
          .append('.')
          .append(i / 4 % 250)
          .append('.')
          .append(i % 4 * 64)
          .append(".0/24 list ")
          .append(i % 7)
          .append('\n');
    }
    Reputation list = parse(text.toString());

    assertThat(list.size()).isEqualTo(100_000);
    assertThat(list.of("50.1.64.9")).isNotEmpty();
    long found = 0;
    for (int i = 0; i < 200_000; i++) {
      found += list.of((i % 223) + ".1.64.7").size();
    }
    assertThat(found).isPositive();
  }
}
