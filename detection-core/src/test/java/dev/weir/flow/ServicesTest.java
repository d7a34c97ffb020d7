package dev.weir.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicesTest {

  @ParameterizedTest
  @CsvSource({
    "0, true, ''",
    "22, true, ssh",
    "443, true, https",
    "1023, true, ''",
    "1024, false, ''",
    "3389, true, rdp",
    "27017, true, mongodb",
    "27018, false, ''",
    "65535, false, ''",
    "-1, false, ''"
  })
  void portsAreStandardBelow1024OrWhereListed(int port, boolean standard, String name) {
    assertThat(Services.isStandard(port)).isEqualTo(standard);
    assertThat(Services.name(port)).isEqualTo(name);
  }
}
