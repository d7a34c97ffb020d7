package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Entry;
import dev.weir.flow.Ignored;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Public payloads of other projects, where their folder is there. */
class CloudWatchPayloadsTest {

  private static Path payloads() {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(folder -> folder.resolve("shared/data/cloudwatch-payloads.jsonl"))
        .filter(Files::exists)
        .findFirst()
        .orElse(Path.of("missing"));
  }

  @Test
  void everyPayloadBecomesWhatItsNoteSays() throws IOException {
    Path file = payloads();
    assumeTrue(Files.exists(file), "skipped: shared/data/cloudwatch-payloads.jsonl is missing");
    Map<String, List<Entry>> outcomes = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      byte[] payload = field(line, "payload");
      Entries entries = new Entries();
      Envelopes.decoder().decode(payload, 0, payload.length, entries);
      outcomes.put(new String(field(line, "id"), StandardCharsets.UTF_8), entries.all());
    }

    assertThat(outcomes.get("p01")).hasSize(3).allMatch(CloudWatchPayloadsTest::isNoVpcRecord);
    assertThat(outcomes.get("p02")).hasSize(2).allMatch(CloudWatchPayloadsTest::isNoVpcRecord);
    assertThat(outcomes.get("p03")).containsExactly(Ignored.CONTROL_MESSAGE);
    assertThat(outcomes.get("p04"))
        .singleElement()
        .isInstanceOfSatisfying(
            DeadLetter.class,
            letter -> assertThat(letter.reason()).isEqualTo(DeadLetterReason.MALFORMED));
  }

  private static boolean isNoVpcRecord(Entry entry) {
    return entry instanceof DeadLetter letter && letter.reason() == DeadLetterReason.FIELD_COUNT;
  }

  /** The bytes of a field's value as they stand, a text's without quotes. */
  private static byte[] field(String line, String name) throws IOException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    try (JsonParser json = new JsonFactory().createParser(bytes)) {
      json.nextToken();
      while (!name.equals(json.nextFieldName())) {
        json.nextToken();
        json.skipChildren();
      }
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        return json.getText().getBytes(StandardCharsets.UTF_8);
      }
      int from = (int) json.currentTokenLocation().getByteOffset();
      json.skipChildren();
      return Arrays.copyOfRange(bytes, from, (int) json.currentLocation().getByteOffset());
    }
  }
}
