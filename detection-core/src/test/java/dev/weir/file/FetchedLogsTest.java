package dev.weir.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class FetchedLogsTest {

  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir private Path folder;

  /** Found by the service loader, like those of a cloud. */
  public static final class Echo implements RemoteLogs {

    @Override
    public String scheme() {
      return "echo";
    }

    @Override
    public void fetch(String address, TimeRange times, Path target) throws IOException {
      if (address.endsWith("nothing")) {
        throw new UserException(address + " has no logs");
      }
      Files.writeString(target.resolve("a.log"), address + " " + times.from() + " " + times.to());
    }
  }

  @Test
  void filesAreWhatTheyAre() {
    assertThat(inputs(folder.toString(), "other").paths())
        .containsExactly(folder, Path.of("other"));
  }

  @Test
  void whatAnAddressNamesIsFetchedOnceIntoAFolderOfItsOwn() throws IOException {
    HistoryInputs inputs = inputs("echo://there/a", folder.toString(), "echo://there/b");

    List<Path> paths = inputs.paths();

    assertThat(paths).hasSize(3).element(1).isEqualTo(folder);
    assertThat(paths.get(0).resolve("a.log")).hasContent("echo://there/a null null");
    assertThat(paths.get(2).resolve("a.log")).hasContent("echo://there/b null null");
    assertThat(inputs.paths()).isSameAs(paths);
  }

  @Test
  void whoFetchesIsToldTheTimes() {
    HistoryInputs inputs =
        inputs("echo://there", "--from=2026-03-02", "--to=2026-03-02T11:00:00+01:00");

    assertThat(inputs.paths().get(0).resolve("a.log"))
        .hasContent("echo://there 2026-03-02T00:00:00Z 2026-03-02T10:00:00Z");
  }

  @Test
  void filesAreReadAsAWhole() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> inputs("a.log", "--from=2026-03-02").paths())
        .withMessage("--from and --to are for what is fetched, and 'a.log' is read as a whole");
  }

  @Test
  void anAddressOfAnotherKindIsRefused() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> inputs("gs://bucket/logs").paths())
        .withMessage(
            "'gs://bucket/logs': give files or folders or echo://…; gs:// is not known here");
  }

  @Test
  void whoFetchesSaysWhatIsMissing() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> inputs("echo://nothing").paths())
        .withMessage("echo://nothing has no logs");
  }

  @Test
  void whatIsGoneAlreadyNeedsNoDeleting(@TempDir Path folder) throws IOException {
    Path fetched = Files.createDirectories(folder.resolve("fetched/sub")).getParent();
    Files.writeString(fetched.resolve("sub/a.log"), "x");

    FetchedLogs.delete(fetched);
    FetchedLogs.delete(fetched);

    assertThat(fetched).doesNotExist();
  }

  @Test
  void aRangeIsHalfOpen() {
    TimeRange hour = new TimeRange(TEN, TEN.plusSeconds(3600));

    assertThat(hour.overlaps(TEN.minusSeconds(60), TEN)).isFalse();
    assertThat(hour.overlaps(TEN.minusSeconds(60), TEN.plusMillis(1))).isTrue();
    assertThat(hour.overlaps(TEN.plusSeconds(3600), TEN.plusSeconds(7200))).isFalse();
    assertThat(TimeRange.ALL.overlaps(TEN, TEN)).isTrue();
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> new TimeRange(TEN, TEN))
        .withMessageContaining("not before --to");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-02-30", "2026-03-02T10:00:00", "10:00"})
  void aTimeIsWrittenAsIsoHasIt(String wrong) {
    assertThatExceptionOfType(CommandLine.ParameterException.class)
        .isThrownBy(() -> inputs("echo://there", "--from=" + wrong))
        .withMessageContaining("write 2026-03-02 or 2026-03-02T10:00:00Z");
  }

  private static HistoryInputs inputs(String... arguments) {
    Holder holder = new Holder();
    CommandLine command = new CommandLine(holder);
    List<String> all =
        Stream.of(arguments)
            .map(argument -> argument.startsWith("--") ? argument : "--input=" + argument)
            .toList();
    command.parseArgs(all.toArray(String[]::new));
    return holder.inputs;
  }

  @Command
  private static final class Holder {
    @Mixin private HistoryInputs inputs;
  }
}
