package dev.weir.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.weir.explain.Reasons;
import dev.weir.feature.TargetKey;
import dev.weir.finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertFormatTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCHEMA = Path.of("..", "docs", "alert.schema.json");

  @ParameterizedTest
  @EnumSource(Kind.class)
  void nativeAlertsAreAsTheirSchemaSays(Kind kind) throws IOException {
    Alert alert =
        AlertBytesTest.alert(Found.inWindow(0).of(kind).about(kind == Kind.MODEL ? "x" : ""));

    assertThat(invalid(read(AlertFormat.NATIVE, alert))).isEmpty();
  }

  @Test
  void theSchemaNamesEveryKeyInItsOrder() throws IOException {
    JsonNode alert = read(AlertFormat.NATIVE, AlertBytesTest.alert(Found.inWindow(0)));

    assertThat(names(alert))
        .containsExactlyElementsOf(names(JSON.readTree(SCHEMA.toFile()).get("properties")));
  }

  @Test
  void theSchemaRefusesWhatIsNoAlert() throws IOException {
    JsonNode alert = JSON.readTree("{\"schema\": 2, \"status\": \"opened\"}");

    assertThat(invalid(alert)).isNotEmpty();
  }

  @Test
  void nativeAlertsSayWhoDoesWhatToWhomAndWhatToDo() {
    JsonNode alert = read(AlertFormat.NATIVE, AlertBytesTest.alert(Found.inWindow(0)));

    assertThat(alert.get("src_ip").asText()).isEqualTo("203.0.113.7");
    assertThat(alert.get("finding").asText()).isEqualTo("ssh-brute-force");
    assertThat(alert.get("technique").asText()).isEqualTo("T1110");
    assertThat(alert.get("severity").asInt()).isEqualTo(70);
    assertThat(alert.get("level").asText()).isEqualTo("high");
    assertThat(alert.at("/target/dst_ip").asText()).isEqualTo("10.0.0.9");
    assertThat(alert.at("/targets/0/syns").asInt()).isEqualTo(38);
    assertThat(alert.get("bytes_out").isNull()).isTrue();
    assertThat(alert.at("/explanation/0/contribution").asDouble()).isEqualTo(1.25);
    assertThat(alert.at("/counter_evidence/normal_at").asInt()).isEqualTo(11);
    assertThat(alert.at("/control/network_acl/a").asInt()).isEqualTo(1);
    assertThat(alert.get("close_reason").isNull()).isTrue();
  }

  @Test
  void aClosingIsNeverEarlyThoughALookAtAnOpenWindowCameLast() {
    Alert look = AlertBytesTest.alert(Found.inWindow(0).early(16));
    Alert closing = as(look, Status.CLOSE);

    assertThat(read(AlertFormat.NATIVE, look).get("early").asBoolean()).isTrue();
    assertThat(read(AlertFormat.NATIVE, closing).get("early").asBoolean()).isFalse();
    assertThat(read(AlertFormat.OCSF, closing).at("/unmapped/weir/early").asBoolean(true))
        .isFalse();
    assertThat(read(AlertFormat.ECS, closing).at("/weir/early").asBoolean(true)).isFalse();
  }

  @Test
  void ocsfIsADetectionFinding() {
    JsonNode alert = read(AlertFormat.OCSF, AlertBytesTest.alert(Found.inWindow(0)));

    assertThat(alert.get("class_uid").asInt()).isEqualTo(2004);
    assertThat(alert.get("category_uid").asInt()).isEqualTo(2);
    assertThat(alert.get("activity_id").asInt()).isEqualTo(1);
    assertThat(alert.get("type_uid").asInt()).isEqualTo(200401);
    assertThat(alert.get("severity_id").asInt()).isEqualTo(4);
    assertThat(alert.at("/finding_info/uid").asText()).hasSize(32);
    assertThat(alert.at("/finding_info/attacks/0/technique/uid").asText()).isEqualTo("T1110");
    assertThat(alert.at("/evidences/0/src_endpoint/ip").asText()).isEqualTo("203.0.113.7");
    assertThat(alert.at("/evidences/0/dst_endpoint/port").asInt()).isEqualTo(22);
    assertThat(alert.at("/anomaly_analyses/0/anomalies/0/observation_parameter").asText())
        .isEqualTo("port_22_share");
    assertThat(alert.at("/unmapped/weir/schema").asInt()).isEqualTo(AlertJson.SCHEMA);
  }

  @Test
  void ocsfTellsUpdatesAndClosingsByItsActivity() {
    Alert open = AlertBytesTest.alert(Found.inWindow(0));

    assertThat(read(AlertFormat.OCSF, as(open, Status.UPDATE)).get("type_uid").asInt())
        .isEqualTo(200402);
    JsonNode closed = read(AlertFormat.OCSF, as(open, Status.CLOSE));
    assertThat(closed.get("activity_id").asInt()).isEqualTo(3);
    assertThat(closed.get("status_id").asInt()).isEqualTo(4);
  }

  @Test
  void ocsfTakesNoNameForAnAddress() {
    Found named = Found.inWindow(0).by("AS786").at(new TargetKey("a host", 22));
    JsonNode alert = read(AlertFormat.OCSF, AlertBytesTest.alert(named));

    assertThat(alert.at("/evidences/0/src_endpoint/name").asText()).isEqualTo("AS786");
    assertThat(alert.at("/evidences/0/src_endpoint/ip").isMissingNode()).isTrue();
    assertThat(alert.at("/evidences/0/dst_endpoint/name").asText()).isEqualTo("a host");
    assertThat(alert.at("/evidences/0/dst_endpoint/ip").isMissingNode()).isTrue();
    assertThat(alert.get("observables")).isEmpty();
  }

  @Test
  void ocsfTellsAPrefixAsASubnet() {
    Found prefix = Found.inWindow(0).by("2001:db8:7:1::/64");
    JsonNode alert = read(AlertFormat.OCSF, AlertBytesTest.alert(prefix));
    JsonNode address = read(AlertFormat.OCSF, AlertBytesTest.alert(Found.inWindow(0)));

    assertThat(alert.at("/evidences/0/src_endpoint/name").asText()).isEqualTo("2001:db8:7:1::/64");
    assertThat(alert.at("/evidences/0/src_endpoint/ip").isMissingNode()).isTrue();
    assertThat(alert.at("/observables/0/name").asText()).isEqualTo("src_endpoint.name");
    assertThat(alert.at("/observables/0/type_id").asInt()).isEqualTo(12);
    assertThat(address.at("/observables/0/name").asText()).isEqualTo("src_endpoint.ip");
    assertThat(address.at("/observables/0/type_id").asInt()).isEqualTo(2);
  }

  @Test
  void ocsfLeavesOutABaselineThatTrainingDoesNotKnow() {
    Found found = Found.inWindow(0).because(Reasons.told("pair.period", 10_000, "every 10 s"));
    JsonNode alert = read(AlertFormat.OCSF, AlertBytesTest.alert(found));
    JsonNode known = read(AlertFormat.OCSF, AlertBytesTest.alert(Found.inWindow(0)));

    assertThat(alert.at("/anomaly_analyses/0/anomalies")).hasSize(1);
    assertThat(alert.at("/anomaly_analyses/0/baselines")).isEmpty();
    assertThat(known.at("/anomaly_analyses/0/baselines/0/observations/0/value").asText())
        .isEqualTo("0.0");
  }

  @Test
  void ecsHasWhatElasticLooksFor() {
    JsonNode alert = read(AlertFormat.ECS, AlertBytesTest.alert(Found.inWindow(0)));

    assertThat(alert.at("/event/kind").asText()).isEqualTo("alert");
    assertThat(alert.at("/event/category/0").asText()).isEqualTo("network");
    assertThat(alert.at("/event/risk_score").asInt()).isEqualTo(70);
    assertThat(alert.at("/source/ip").asText()).isEqualTo("203.0.113.7");
    assertThat(alert.at("/source/geo/country_iso_code").asText()).isEqualTo("NL");
    assertThat(alert.at("/destination/port").asInt()).isEqualTo(22);
    assertThat(alert.at("/threat/technique/id/0").asText()).isEqualTo("T1110");
  }

  @Test
  void eachAlertOfAnIncidentHasAnIdThatStoresMayKeepItBy() {
    Alert open = AlertBytesTest.alert(Found.inWindow(0));
    Alert closed = as(open, Status.CLOSE);
    String opened = read(AlertFormat.ECS, open).at("/event/id").asText();
    JsonNode ocsf = read(AlertFormat.OCSF, open);

    assertThat(opened).startsWith(open.incident().id() + "-open-");
    assertThat(read(AlertFormat.ECS, open).at("/event/id").asText()).isEqualTo(opened);
    assertThat(read(AlertFormat.ECS, closed).at("/event/id").asText()).isNotEqualTo(opened);
    assertThat(ocsf.at("/metadata/uid").asText()).isEqualTo(opened);
    assertThat(ocsf.at("/finding_info/uid").asText()).isEqualTo(open.incident().id());
  }

  @Test
  void ecsTakesNoNameForAnAddress() {
    JsonNode alert = read(AlertFormat.ECS, AlertBytesTest.alert(Found.inWindow(0).by("AS786")));

    assertThat(alert.at("/source/address").asText()).isEqualTo("AS786");
    assertThat(alert.at("/source/ip").isMissingNode()).isTrue();
  }

  private static Alert as(Alert alert, Status status) {
    CloseReason reason = status == Status.CLOSE ? CloseReason.QUIET : null;
    return new Alert(alert.incident(), status, reason, alert.emittedAt());
  }

  private static JsonNode read(AlertFormat format, Alert alert) {
    try {
      return JSON.readTree(format.toBytes(alert));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<ValidationMessage> invalid(JsonNode alert) throws IOException {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(SCHEMA), config);
    return schema.validate(alert);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
