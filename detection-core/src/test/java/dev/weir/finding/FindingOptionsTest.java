package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

class FindingOptionsTest {

  @TempDir private Path folder;

  @Test
  void theCatalogueIsClosed() {
    assertThat(FindingOptions.of().ids())
        .containsExactly(
            "exfiltration",
            "unusual-upload",
            "ssh-brute-force",
            "rdp-brute-force",
            "flood",
            "port-scan",
            "host-sweep",
            "repetitive-short-sessions",
            "beaconing",
            "unusual-port",
            "traffic-spike",
            "geographic-hot-spot",
            "waf-rule-burst",
            "unusual-behaviour",
            "feature-missing",
            "drift");
  }

  @Test
  void everyOptionHasADefaultThatIsTold() {
    List<OptionSpec> options = new CommandLine(new FindingOptions()).getCommandSpec().options();

    assertThat(options).hasSizeGreaterThan(50);
    for (OptionSpec option : options) {
      assertThat(option.description()[0]).as(option.longestName()).contains("Default: ");
      assertThat(option.longestName()).matches("--(alert|finding)\\.[a-z.-]+");
    }
  }

  @Test
  void optionsOfFindingsBeginWithTheirIds() {
    List<String> ids = FindingOptions.of().ids();

    assertThat(new CommandLine(new FindingOptions()).getCommandSpec().options())
        .extracting(OptionSpec::longestName)
        .filteredOn(name -> name.startsWith("--finding."))
        .allMatch(name -> ids.contains(name.split("\\.")[1]));
  }

  @Test
  void optionsTravelWithTheJob() throws Exception {
    FindingOptions options = FindingOptions.of("--finding.flood.factor=9", "--alert.min-flows=7");

    FindingOptions arrived = copy(options);

    assertThat(arrived.alert().minFlows()).isEqualTo(7);
    assertThat(arrived.ids()).isEqualTo(options.ids());
  }

  private static FindingOptions copy(FindingOptions options) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(options);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (FindingOptions) in.readObject();
    }
  }

  @Test
  void listsComeFromOptionAndFile() throws IOException {
    Path file = Files.writeString(folder.resolve("allow.txt"), "10.0.0.0/8 # inside\n");

    AllowList list =
        FindingOptions.of(
                "--alert.allow=AS786", "--alert.allow=9.9.9.9", "--alert.allow-file=" + file)
            .alert()
            .allowList();

    assertThat(List.of("AS786", "9.9.9.9", "10.1.1.1")).allMatch(list::allows);
  }

  @Test
  void aBadListIsToldWithItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.txt"), "31.7.0.0/99");
    AlertOptions options = FindingOptions.of("--alert.reputation-file=" + file).alert();

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(options::reputation)
        .withMessageContaining("bad.txt line 1: '31.7.0.0/99'");
    assertThat(options.reputationFile()).isEqualTo(file);
  }

  @Test
  void driftThatCannotBeIsRefused() {
    for (String bad :
        List.of(
            "--finding.drift.index=0",
            "--finding.drift.index=NaN",
            "--finding.drift.hours=0",
            "--finding.feature-missing.jump=1.1",
            "--finding.feature-missing.hours=0")) {
      FindingOptions options = FindingOptions.of(bad);
      assertThatExceptionOfType(UsageException.class)
          .as(bad)
          .isThrownBy(options::drift)
          .withMessageContaining(bad.substring(0, bad.indexOf('=')));
    }
  }

  @Test
  void theDefaultsAreWithinTheirRanges() {
    assertThatCode(() -> FindingOptions.of().check()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--finding.flood.factor=NaN",
        "--finding.flood.factor=Infinity",
        "--finding.flood.factor=-3",
        "--finding.flood.flows-per-second=0",
        "--finding.flood.unserved-share=7",
        "--finding.port-scan.failed-ports=0",
        "--finding.exfiltration.min-bytes=-1",
        "--finding.beaconing.min-regularity=NaN",
        "--alert.min-severity=-1"
      })
  void aNumberThatWouldSilenceAFindingIsRefused(String bad) {
    FindingOptions options = FindingOptions.of(bad);

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(options::check)
        .withMessageStartingWith(bad.substring(0, bad.indexOf('=')) + " must be ");
  }

  @Test
  void aWordForANumberIsRefused() {
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> FindingOptions.of("--finding.flood.factor=much"))
        .withMessageContaining("--finding.flood.factor");
  }
}
