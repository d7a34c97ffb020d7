package dev.weir.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.Entries;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.SetAside;
import dev.weir.network.NetworkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flow logs of version 2, which tell no direction, over many files. */
class LearnedInterfacesTest {

  private static final String A = "10.0.0.1";
  private static final String B = "10.0.0.2";
  private static final String OUTSIDE = "198.51.100.7";
  private static final LogOptions VPC = LogOptions.of(LogFormat.VPC_FLOW_LOG);

  /** Two flows inside; whose interface each has is told by what comes after them only. */
  private static final List<String> AT_A =
      List.of(
          line("eni-a", A, B, 1000), line("eni-a", A, B, 1060), line("eni-a", A, OUTSIDE, 1120));

  private static final List<String> AT_B =
      List.of(
          line("eni-b", A, B, 1000), line("eni-b", A, B, 1060), line("eni-b", B, OUTSIDE, 1120));

  @TempDir private Path folder;

  private static String line(String eni, String from, String to, long start) {
    return "2 1 %s %s %s 50000 443 6 1 100 %d %d ACCEPT OK"
        .formatted(eni, from, to, start, start + 50);
  }

  private Entries read(LogOptions options, List<String> first, List<String> second)
      throws IOException {
    Files.write(folder.resolve("1.log"), first);
    Files.write(folder.resolve("2.log"), second);
    Entries entries = new Entries();
    LogSurvey.of(List.of(folder), options, TimeBounds.NONE, bytes -> {}).read(entries, bytes -> {});
    return entries;
  }

  private static long counted(Entries entries) {
    return entries.all().stream().filter(FlowRecord.class::isInstance).count();
  }

  @Test
  void aFlowInsideIsCountedOnceInWhateverOrderItsFilesAreRead() throws IOException {
    for (Entries entries : List.of(read(VPC, AT_A, AT_B), read(VPC, AT_B, AT_A))) {
      assertThat(counted(entries)).isEqualTo(4);
      assertThat(entries.all().stream().filter(SetAside.DUPLICATE_VANTAGE::equals)).hasSize(2);
    }
  }

  @Test
  void whatOneFileTellsOfAnInterfaceHoldsInEveryOther() throws IOException {
    List<String> inside = List.of(AT_A.get(0), AT_B.get(0));
    List<String> telling = List.of(AT_A.get(2), AT_B.get(2));

    assertThat(counted(read(VPC, inside, telling))).isEqualTo(3);
    assertThat(counted(read(VPC, telling, inside))).isEqualTo(3);
  }

  @Test
  void anInterfaceThatContradictsItselfIsUnknownFromTheFirstRecordOn() throws IOException {
    List<String> contradicted = List.of(line("eni-b", B, OUTSIDE, 900), line("eni-b", A, B, 1000));
    List<String> contradiction = List.of(line("eni-b", "10.0.0.3", OUTSIDE, 1200));

    assertThat(counted(read(VPC, contradicted, contradiction))).isEqualTo(3);
    assertThat(counted(read(VPC, contradiction, contradicted))).isEqualTo(3);
  }

  @Test
  void whatTheUserHasToldOfAnInterfaceWins(@TempDir Path other) throws IOException {
    Path yaml = Files.writeString(other.resolve("told.yaml"), "interfaces: {eni-b: 10.0.0.1}");
    LogOptions told = VPC.in(NetworkOptions.ofFile(yaml));

    assertThat(counted(read(told, AT_A, AT_B))).as("eni-b is said to send").isEqualTo(6);
  }

  @Test
  void whatWasLearnedIsNoPartOfWhatAModelIsTrainedWith() throws IOException {
    read(VPC, AT_A, AT_B);
    LogSurvey survey = LogSurvey.of(List.of(folder), VPC, TimeBounds.NONE, bytes -> {});

    assertThat(survey.logs().network().settings()).isEqualTo(VPC.network().settings());
    assertThat(survey.logs().arguments()).isEqualTo(VPC.arguments());
  }
}
