package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairTest {

  @ParameterizedTest
  @CsvSource({
    "'1.1.1.1,1714086000,5', ''",
    "'1.1.1.1, 1714086000 , 5', blanks",
    "'1.1.1.1,1714086000, ', ''",
    "'fe80::1%eth0,1714086000,5', ipv6-zone",
    "'FE80::1,1714086000,5', address-form",
    "'0:0:0:0:0:0:0:1,1714086000,5', address-form",
    "'::ffff:1.1.1.1,1714086000,5', address-form",
    "' FE80::1%eth0,1714086000,5', 'blanks ipv6-zone'",
    "' FE80::1%eth0,1714086000,-5', ''",
    "'1.1.1.1,1714086000,5,de', letter-case",
    "'1.1.1.1,1714086000,5,DE', ''",
    "'1.1.1.1,1714086000,5,Germany', ''",
  })
  void eachKindIsToldOnceAFlow(String line, String repairs) {
    FlowLogDecoder decoder = LogOptions.of(LogFormat.CSV, header(line)).streamDecoder();
    Told told = new Told();
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    decoder.decode(bytes, 0, bytes.length, told);
    decoder.decode(bytes, 0, bytes.length, told);

    assertThat(String.join(" ", told.repairs)).isEqualTo((repairs + " " + repairs).strip());
  }

  private static String header(String line) {
    String columns = "src_ip,time,bytes_in";
    return line.chars().filter(c -> c == ',').count() == 3
        ? columns + ",src_ip_country_code"
        : columns;
  }

  private static final class Told implements EntryCollector {
    private final List<String> repairs = new ArrayList<>();

    @Override
    public void repaired(Repair repair) {
      repairs.add(repair.id());
    }

    @Override
    public void flow(FlowRecord flow) {}

    @Override
    public void setAside(SetAside reason, FlowRecord flow) {}

    @Override
    public void deadLetter(
        DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {}

    @Override
    public void ignored(Ignored reason) {}
  }
}
