package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.docs.Tables;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Durations;
import dev.weir.flow.Ignored;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormatsPageTest {

  private static final String PAGE = "formats.md";

  @Test
  void listsFormatsWithTheirTimes() throws IOException {
    List<List<String>> rows = Tables.rows(PAGE, "format");

    assertThat(rows).hasSameSizeAs(LogFormat.values());
    for (LogFormat format : LogFormat.values()) {
      assertThat(rows)
          .anySatisfy(
              row -> {
                assertThat(row.get(0)).isEqualTo(format.id());
                assertThat(row.subList(2, 5))
                    .containsExactly(
                        Durations.format(format.window()),
                        Durations.format(format.outOfOrderness()),
                        Durations.format(format.idleness()));
              });
    }
  }

  @Test
  void listsEveryFieldOfEveryFormat() throws IOException {
    List<String> fields = new ArrayList<>();
    Stream.of(FlowField.values())
        .filter(field -> field.use() != FlowField.Use.INTERNAL)
        .map(FlowField::id)
        .forEach(fields::add);
    Stream.of(VpcField.values()).map(VpcField::id).forEach(fields::add);

    assertThat(Tables.firstColumn(PAGE, "field")).containsExactlyInAnyOrderElementsOf(fields);
  }

  @Test
  void listsVpcFieldsInTheirOrder() throws IOException {
    List<String> vpc = Stream.of(VpcField.values()).map(VpcField::id).toList();

    assertThat(Tables.firstColumn(PAGE, "field")).endsWith(vpc.toArray(String[]::new));
  }

  @Test
  void listsEveryRepairAndPreset() throws IOException {
    assertThat(Tables.firstColumn(PAGE, "repair"))
        .containsExactlyElementsOf(Stream.of(Repair.values()).map(Repair::id).toList());
    assertThat(Tables.firstColumn(PAGE, "preset"))
        .containsExactlyElementsOf(Stream.of(JsonPreset.values()).map(JsonPreset::id).toList());
  }

  @Test
  void listsEveryReason() throws IOException {
    List<String> reasons = new ArrayList<>();
    Stream.of(DeadLetterReason.values()).map(DeadLetterReason::id).forEach(reasons::add);
    Stream.of(Ignored.values()).map(Ignored::id).forEach(reasons::add);

    assertThat(Tables.firstColumn(PAGE, "reason")).containsExactlyElementsOf(reasons);
  }
}
