package dev.weir.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @Test
  void dependsOnTheSeedAlone() {
    Network network = Network.of(1, 100);

    assertThat(network.hosts()).isEqualTo(Network.of(1, 100).hosts());
    assertThat(network.personas()).isEqualTo(Network.of(1, 100).personas());
    assertThat(network.internet()).isEqualTo(Network.of(1, 100).internet());
    assertThat(network.hosts()).doesNotContainAnyElementsOf(Network.of(2, 100).hosts());
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 100, 201, 5000})
  void noTwoHostsShareAnAddressOrInterface(int workstations) {
    Network network = Network.of(3, workstations);

    assertThat(network.all(Role.WORKSTATION)).hasSize(workstations);
    assertThat(network.hosts()).extracting(Host::ip).doesNotHaveDuplicates();
    assertThat(network.hosts()).extracting(Host::networkInterface).doesNotHaveDuplicates();
    assertThat(network.hosts()).extracting(Host::ip).allMatch(ip -> ip.startsWith("10."));
  }

  @Test
  void hostsAreTheirIndexAndServersComeFirst() {
    Network network = Network.of(4, 50);

    assertThat(network.hosts()).allMatch(host -> network.hosts().get(host.id()) == host);
    assertThat(network.servers()).hasSize(17).noneMatch(host -> host.role() == Role.WORKSTATION);
    assertThat(network.servers()).containsAll(network.reachable());
    assertThat(network.reachable())
        .extracting(Host::role)
        .containsOnly(Role.WEB, Role.MAIL, Role.JUMP, Role.TERMINAL);
  }
}
