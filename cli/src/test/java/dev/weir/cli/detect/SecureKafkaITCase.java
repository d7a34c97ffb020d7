package dev.weir.cli.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.cli.FlowLines;
import dev.weir.cli.Invocation;
import dev.weir.cli.StopSignal;
import dev.weir.cli.kafka.FlowSender;
import dev.weir.cli.kafka.SecureBroker;
import dev.weir.cli.kafka.TopicContent;
import dev.weir.flow.UserException;
import dev.weir.job.Accounting;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Against a broker that wants TLS, a login and permission for everything. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class SecureKafkaITCase {

  @TempDir private static Path home;
  private static SecureBroker broker;
  private static Path model;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    broker = SecureBroker.in(home);
    model = FlowLines.model(home);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  /** Those that docs/security.md lists, and no more. */
  private static void allow(String prefix) throws Exception {
    List<AclBinding> acls = new ArrayList<>();
    acls.add(acl(ResourceType.TOPIC, prefix + "in", AclOperation.READ));
    acls.add(acl(ResourceType.GROUP, prefix + "group", AclOperation.READ));
    for (String output : List.of("alerts", "dead", "late")) {
      acls.add(acl(ResourceType.TOPIC, prefix + output, AclOperation.CREATE));
      acls.add(acl(ResourceType.TOPIC, prefix + output, AclOperation.WRITE));
    }
    acls.add(
        new AclBinding(
            new ResourcePattern(
                ResourceType.TRANSACTIONAL_ID, prefix + "group", PatternType.PREFIXED),
            entry(AclOperation.WRITE)));
    acls.add(
        new AclBinding(
            new ResourcePattern(
                ResourceType.TRANSACTIONAL_ID, prefix + "group", PatternType.PREFIXED),
            entry(AclOperation.DESCRIBE)));
    try (Admin admin = Admin.create(broker.inside().configuration(Map.of()))) {
      admin.createAcls(acls).all().get();
    }
  }

  private static AclBinding acl(ResourceType type, String name, AclOperation operation) {
    return new AclBinding(new ResourcePattern(type, name, PatternType.LITERAL), entry(operation));
  }

  private static AccessControlEntry entry(AclOperation operation) {
    return new AccessControlEntry(
        "User:" + SecureBroker.USER, "*", operation, AclPermissionType.ALLOW);
  }

  @Test
  void readsAndWritesByTlsAndScramWithNoMoreThanTheListedPermissions() throws Exception {
    runsWith("plain.", "--delivery=at-least-once");
  }

  @Test
  void writesTransactionsWithNoMoreThanTheListedPermissions() throws Exception {
    runsWith("once.", "--delivery=exactly-once");
  }

  private void runsWith(String prefix, String delivery) throws Exception {
    allow(prefix);
    try (Topics topics = Topics.at(broker.inside())) {
      topics.create(prefix + "in", 1);
    }
    try (FlowSender sender = new FlowSender(broker.inside(), prefix + "in")) {
      for (String line : FlowLines.quiet(10, 5)) {
        sender.send(null, line.getBytes(StandardCharsets.UTF_8));
      }
      sender.send(null, "garbage".getBytes(StandardCharsets.UTF_8));
      sender.flush();
    }

    Accounting accounting;
    try (LocalDetection detection =
        LocalDetection.start(options(prefix, SecureBroker.PASSWORD, delivery), 0)) {
      StopSignal never = new StopSignal();
      while (detection.entries() < 51) {
        never.awaitNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
      accounting = detection.drain();
    }

    assertThat(accounting.addsUp()).isTrue();
    assertThat(accounting.windowed()).isEqualTo(50);
    List<byte[]> dead = new ArrayList<>();
    TopicContent.read(broker.inside(), prefix + "dead", message -> dead.add(message.value()));
    assertThat(dead).hasSize(1);
  }

  @Test
  void aWrongPasswordIsToldInASentenceThatDoesNotHoldIt() {
    assertThatThrownBy(
            () ->
                LocalDetection.start(
                    options("any.", "wrong-password", "--delivery=at-least-once"), 0))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("refused the login")
        .hasMessageContaining("--kafka.client-config")
        .hasMessageNotContaining("wrong-password");
  }

  @Test
  void aMissingPermissionIsToldInASentence() throws Exception {
    try (Topics topics = Topics.at(broker.inside())) {
      topics.create("forbidden.in", 1);
    }

    assertThatThrownBy(
            () ->
                LocalDetection.start(
                    options("forbidden.", SecureBroker.PASSWORD, "--delivery=at-least-once"), 0))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("does not let this user")
        .hasMessageContaining("forbidden.in");
  }

  @Test
  void aCertificateThatNobodyVouchesForIsToldInASentence() throws Exception {
    Path file = Files.writeString(folder.resolve("tls.properties"), "security.protocol=SSL\n");

    Invocation ran =
        Invocation.of(
            "watch",
            "--bootstrap-servers",
            broker.bootstrapServers(),
            "--kafka.client-config",
            file.toString());

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("TLS handshake").doesNotContain("\tat ");
  }

  private DetectOptions options(String prefix, String password, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--bootstrap-servers=" + broker.bootstrapServers(),
                "--kafka.client-config=" + broker.clientConfig(folder, password),
                "--input-topic=" + prefix + "in",
                "--alert-topic=" + prefix + "alerts",
                "--dead-letter-topic=" + prefix + "dead",
                "--late-topic=" + prefix + "late",
                "--group-id=" + prefix + "group",
                "--checkpoint-interval=200ms",
                "--parallelism=1",
                "--model=" + model,
                "--format=json"));
    Collections.addAll(arguments, more);
    return LocalDetection.options(arguments.toArray(String[]::new));
  }
}
