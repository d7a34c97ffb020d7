package dev.weir.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.bench.Bench;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityCommandTest {

  private static final String NAME = "if-small.csv.gz";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void writesWhatWasMeasuredOfEverySetByName() throws IOException {
    write("if-b.csv.gz", "f0,f1,label\n" + rows(400));
    write("if-a.csv.gz", rows(300));
    write("other.csv.gz", "not, to, be, read");
    Files.writeString(folder.resolve("if-a.csv"), "nor this");

    assertThat(measure()).isZero();

    JsonNode results = results();
    assertThat(results).hasSize(2);
    assertThat(results.get(0).properties().stream().map(Object::toString))
        .startsWith("set=\"if-a\"", "rows=300", "features=2")
        .hasSize(7);
    assertThat(results.get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "set", "rows", "features", "auroc_mean", "auroc_sd", "auprc_mean", "auprc_sd");
    JsonNode second = results.get(1);
    assertThat(second.get("set").asText()).isEqualTo("if-b");
    assertThat(second.get("rows").asInt()).isEqualTo(400);
    assertThat(second.get("auroc_mean").asDouble()).isBetween(0.95, 1.0);
    assertThat(second.get("auprc_mean").asDouble()).isBetween(0.5, 1.0);
    assertThat(second.get("auroc_sd").asDouble()).isBetween(1e-9, 0.05);
    assertThat(out.toString()).contains("if-a", "if-b", "mean of the sets");
    assertThat(err.toString()).contains("1 of 2: if-a, 300 rows, 3 forests");
  }

  @Test
  void theSameSeedsGiveTheSameFigures() throws IOException {
    write(NAME, rows(300));
    measure();
    JsonNode once = results();

    measure();

    assertThat(results()).isEqualTo(once);
  }

  @Test
  void aFolderWithoutSetsIsRefused() throws IOException {
    write("small.csv.gz", rows(300));

    refuses(1, "holds no if-*.csv.gz; name a folder with labelled sets (--data)");
  }

  @Test
  void aBrokenFileIsRefusedByItsLine() throws IOException {
    broken("1,2,0\n3,4\n", "line 2 has 1 values, where those before have 2");
    broken("f0,f1,label\n1,x,0\n", "line 2 has 'x' where a number should be");
    broken("1,2,0\n1,,1\n", "line 2 has '' where a number should be");
    broken("1,2,0\n1,Infinity,1\n", "line 2 has 'Infinity' where a number should be");
    broken("1,2,0\n1,2,3\n", "line 2 has the label '3', neither 0 nor 1");
    broken("0\n1\n", "line 1 has no value beside its label");
    broken("1,2,0\n1,3,0\n", "0 of 2 rows are labelled 1; a ranking needs both kinds");
    broken("f0,label\n", "0 of 0 rows are labelled 1");
    broken("1,\"2,0\n", "");
  }

  @Test
  void whatIsNotWholeGzipIsRefused() throws IOException {
    Files.writeString(folder.resolve(NAME), rows(300));
    refuses(1, "is no whole gzip file");
    write(NAME, rows(300));
    byte[] whole = Files.readAllBytes(folder.resolve(NAME));
    Files.write(folder.resolve(NAME), Arrays.copyOf(whole, whole.length / 2));
    refuses(1, "is no whole gzip file");
  }

  @Test
  void seedsAreOneAtLeast() throws IOException {
    write(NAME, rows(300));

    assertThat(run("--seeds", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--seeds must be from 1 to 10000");
  }

  @Test
  void aSingleSeedHasNoSpread() throws IOException {
    write(NAME, rows(300));

    assertThat(run("--seeds", "1")).isZero();

    assertThat(results().get(0).get("auroc_sd").asDouble()).isZero();
    assertThat(Spread.of(1, 3)).isEqualTo(new Spread(2, 1));
  }

  private void broken(String text, String why) throws IOException {
    write(NAME, text);
    refuses(1, why);
  }

  private void refuses(int code, String why) {
    err.getBuffer().setLength(0);
    assertThat(measure()).isEqualTo(code);
    assertThat(err.toString().lines().reduce((first, second) -> second).orElse(""))
        .contains(folder.toString())
        .contains(why);
    assertThat(folder.resolve("q.json")).doesNotExist();
  }

  private JsonNode results() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("q.json").toFile());
  }

  private int measure() {
    return run("--seeds", "3");
  }

  private int run(String... more) {
    String[] arguments = {
      "quality", "--data", folder.toString(), "--json", folder.resolve("q.json").toString()
    };
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return Bench.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all);
  }

  private void write(String name, String text) throws IOException {
    try (var to = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      to.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** One in twenty lies apart. */
  private static String rows(int count) {
    Random random = new Random(7);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      boolean anomalous = i % 20 == 0;
      double far = anomalous ? 3 : 0;
      rows.append(random.nextGaussian() + far)
          .append(',')
          .append(random.nextGaussian() - far)
          .append(anomalous ? ",1\n" : ",0\n");
    }
    return rows.toString();
  }
}
