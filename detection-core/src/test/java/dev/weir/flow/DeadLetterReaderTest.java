package dev.weir.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterReaderTest {
  private static final String SOUND =
      "{\"truncated\":false,\"schema\":1,\"reason\":\"malformed\",\"detail\":\"d\",\"origin\":\"o\","
          + "\"encoding\":\"text\",\"payload\":\"p\"}";

  @Property(tries = 500)
  void whatIsWrittenIsRead(
      @ForAll DeadLetterReason reason,
      @ForAll @LongRange(min = -1, max = 4_000_000_000_000L) long time,
      @ForAll @Size(max = 60) byte[] payload,
      @ForAll boolean truncated) {
    DeadLetter letter = new DeadLetter(reason, "why \"é😀", "t-0-7#id", time, payload, truncated);

    byte[] json = DeadLetterJson.toBytes(letter);

    assertThat(DeadLetterReader.parse(json, 0, json.length, "x")).isEqualTo(letter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schema\":1|\"schema\":2|its schema is 2, and this Weir reads schema 1",
        "\"schema\":1,||its schema is 0",
        "malformed|odd|its reason 'odd' is not known",
        ",\"detail\":\"d\"||it has no detail",
        "\"text\"|\"hex\"|its encoding 'hex' is not known",
        "\"p\"|7|payload is not a text",
        "\"origin\"|\"from\"|it has a field 'from'",
        "}|}{|something follows it",
        "}||Unexpected end-of-input",
      })
  void anythingElseIsRefusedByName(String part, String other, String why) {
    byte[] json = SOUND.replace(part, other == null ? "" : other).getBytes(StandardCharsets.UTF_8);

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> DeadLetterReader.parse(json, 0, json.length, "d.jsonl:3"))
        .withMessageStartingWith("d.jsonl:3 is not a dead letter as Weir writes it (")
        .withMessageContaining(why);
  }
}
