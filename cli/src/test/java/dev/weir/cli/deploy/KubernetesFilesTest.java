package dev.weir.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.weir.command.Commands;
import dev.weir.job.DetectionJob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The Kubernetes files beside the operator's own schema. */
class KubernetesFilesTest {

  private static final String CRD = "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";
  private static final String DEPLOYMENT = "kubernetes/flinkdeployment.yaml";

  @Test
  void theDeploymentIsAsTheOperatorWantsIt() throws IOException {
    assertThat(violations(DeployFiles.yaml(DEPLOYMENT))).isEmpty();
  }

  @Test
  void theSchemaTellsWhatIsWrong() throws IOException {
    ObjectNode number = (ObjectNode) DeployFiles.yaml(DEPLOYMENT);
    ((ObjectNode) number.at("/spec/flinkConfiguration")).put("taskmanager.numberOfTaskSlots", 2);
    ObjectNode misspelt = (ObjectNode) DeployFiles.yaml(DEPLOYMENT);
    ((ObjectNode) misspelt.at("/spec/job")).put("paralelism", 2);
    ObjectNode mode = (ObjectNode) DeployFiles.yaml(DEPLOYMENT);
    ((ObjectNode) mode.at("/spec/job")).put("upgradeMode", "hope");

    assertThat(violations(number)).hasSize(1);
    assertThat(violations(misspelt)).hasSize(1);
    assertThat(violations(mode)).hasSize(1);
  }

  @Test
  void theJobUnderstandsItsArguments() throws IOException {
    List<String> args = DeployFiles.strings(DeployFiles.yaml(DEPLOYMENT).at("/spec/job/args"));

    Commands.commandLine(new DetectionJob()).parseArgs(args.toArray(String[]::new));
  }

  @Test
  void podsThatThePolicyConcernsAreThoseOfTheJob() throws IOException {
    JsonNode policy = DeployFiles.yaml("kubernetes/network-policy.yaml");
    JsonNode deployment = DeployFiles.yaml(DEPLOYMENT);

    assertThat(policy.at("/spec/podSelector/matchLabels"))
        .isEqualTo(deployment.at("/spec/podTemplate/metadata/labels"));
  }

  @Test
  void claimAndAccountThatAreUsedAreMade() throws IOException {
    String made = DeployFiles.text("kubernetes/base.yaml");
    JsonNode deployment = DeployFiles.yaml(DEPLOYMENT);
    JsonNode retrain = DeployFiles.yaml("kubernetes/retrain.yaml");

    for (JsonNode claim : List.of(deployment, retrain)) {
      assertThat(claim.findValuesAsText("claimName")).containsOnly("weir-models");
    }
    List<JsonNode> documents = DeployFiles.documents(made);
    assertThat(documents)
        .anySatisfy(
            document -> {
              assertThat(document.get("kind").asText()).isEqualTo("PersistentVolumeClaim");
              assertThat(document.at("/metadata/name").asText()).isEqualTo("weir-models");
            })
        .anySatisfy(
            document -> {
              assertThat(document.get("kind").asText()).isEqualTo("ServiceAccount");
              assertThat(document.at("/metadata/name"))
                  .isEqualTo(deployment.at("/spec/serviceAccount"));
            });
  }

  private static Set<ValidationMessage> violations(JsonNode deployment) throws IOException {
    return schema().validate(deployment);
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in = KubernetesFilesTest.class.getResourceAsStream(CRD)) {
      String crd = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      JsonNode schema =
          DeployFiles.documents(crd).get(0).at("/spec/versions/0/schema/openAPIV3Schema");
      // The release that resolves from Maven ends at Flink 1.20.
      ((ArrayNode) schema.at("/properties/spec/properties/flinkVersion/enum")).add("v2_2");
      close(schema);
      // Kubernetes' own, which are not the operator's to describe.
      for (String name : List.of("apiVersion", "kind", "metadata")) {
        ((ObjectNode) schema.get("properties")).putObject(name);
      }
      return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
    }
  }

  /**
   * The API server drops what the schema does not name: a misspelt key would be lost in silence.
   */
  private static void close(JsonNode schema) {
    schema.forEach(KubernetesFilesTest::close);
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")
        && !object.has("x-kubernetes-preserve-unknown-fields")) {
      object.put("additionalProperties", false);
    }
  }
}
