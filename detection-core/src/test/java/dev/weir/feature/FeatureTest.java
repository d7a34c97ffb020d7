package dev.weir.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTest {

  @Test
  void schemaOneIsTheseFeaturesInThisOrder() {
    assertThat(Feature.SCHEMA_VERSION).isEqualTo(1);
    assertThat(Arrays.stream(Feature.values()).map(Feature::id))
        .containsExactly(
            "flow_count",
            "bytes_in",
            "bytes_out",
            "packets",
            "bytes_in_out_log_ratio",
            "duration_mean",
            "traffic_rate",
            "avg_packet_size",
            "distinct_dst_ips",
            "distinct_dst_ports",
            "dst_port_entropy",
            "port_22_share",
            "port_3389_share",
            "critical_port_share",
            "non_standard_port_share",
            "rejected_share",
            "short_flow_share",
            "max_flow_bytes_in",
            "activity_regularity",
            "rule_hits");
  }

  @Test
  void featuresAreFoundByName() {
    assertThat(Feature.values()).allSatisfy(f -> assertThat(Feature.ofId(f.id())).isSameAs(f));
    assertThat(Feature.ofId("no_such")).isNull();
  }

  @Test
  void onlyWhatCanOnlyBePositiveIsLogScaled() {
    assertThat(Feature.values())
        .filteredOn(f -> f.scale() == Feature.Scale.LOG1P)
        .noneMatch(f -> f.unit() == Feature.Unit.SHARE || f == Feature.BYTES_IN_OUT_LOG_RATIO);
  }

  @Test
  void portsOutsideTheirRangeAreRefusedByNumber() {
    assertThatThrownBy(() -> PortSet.of(List.of(80, 65_536)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65536");
    assertThat(PortSet.of(List.of(65_535, 0, 0)).toList()).containsExactly(0, 65_535);
  }

  @Test
  void sourcesAreOrderedByAddressAndThenScope() {
    assertThat(new SourceKey("z", "1.1.1.1")).isLessThan(new SourceKey("a", "2.2.2.2"));
    assertThat(new SourceKey("a", "1.1.1.1")).isLessThan(new SourceKey("z", "1.1.1.1"));
  }
}
