package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldMapTest {

  @Test
  void namesColumnsByFieldsAndTheirAliases() {
    FieldMap map =
        FieldMap.parse(
            " src_ip = a b ,start=Stime,end=Ltime,response_code=c.d,country=\"x,y=z\",packets=p+q+r,"
                + "protocol=n | p,rule_names=");

    assertThat(map.ways(FlowField.SRC_IP)).isEqualTo(List.of(List.of("a b")));
    assertThat(map.ways(FlowField.START_TIME)).isEqualTo(List.of(List.of("Stime")));
    assertThat(map.ways(FlowField.END_TIME)).isEqualTo(List.of(List.of("Ltime")));
    assertThat(map.ways(FlowField.RESPONSE_CODE)).isEqualTo(List.of(List.of("c.d")));
    assertThat(map.ways(FlowField.COUNTRY)).isEqualTo(List.of(List.of("x,y=z")));
    assertThat(map.ways(FlowField.PACKETS)).isEqualTo(List.of(List.of("p", "q", "r")));
    assertThat(map.ways(FlowField.PROTOCOL)).isEqualTo(List.of(List.of("n"), List.of("p")));
    assertThat(map.ways(FlowField.RULE_NAMES)).isEmpty();
    assertThat(map.fields()).hasSize(8);
  }

  @Test
  void theUsersMapGoesBeforeAPresets() {
    FieldMap map = FieldMap.parse("src_ip=mine").over(JsonPreset.ECS.map());

    assertThat(map.ways(FlowField.SRC_IP)).isEqualTo(List.of(List.of("mine")));
    assertThat(map.ways(FlowField.DST_IP)).isEqualTo(List.of(List.of("destination.ip")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "src_pi=x; `there is no field 'src_pi'; did you mean src_ip`",
        "x=y; `there is no field 'x'; the fields are src_ip, dst_ip, src_port`",
        "label=y; there is no field 'label'",
        "src_ip; 'src_ip' lacks its column: write src_ip=COLUMN",
        "src_ip,dst_ip=b; 'src_ip' lacks its column",
        "src_ip=a,src_ip=b; `src_ip is named twice; name one column for it`",
        "start=a,start_time=b; start_time is named twice",
        "src_ip=a=b; there is a '=' after the columns of src_ip",
        "src_ip=a+b; `columns for src_ip cannot be added; that is for counts`",
        "rule_names=a|b; `columns for rule_names cannot be chosen from; name one`",
        "packets=a+; a column of packets has no name",
        "packets=a||b; a column of packets has no name",
        "packets=\"a; a quote is not closed",
        "packets=\"a\"b; there is a 'b' after the columns of packets",
      })
  void saysWhatIsWrongWithAMap(String map, String message) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> FieldMap.parse(map))
        .withMessageStartingWith(message);
  }
}
