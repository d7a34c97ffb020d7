package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.weir.aws.AwsAccess;
import dev.weir.aws.StreamArn;
import dev.weir.job.source.kinesis.StreamException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is asked of the service, and what becomes of its answers; the service is a few lines here.
 */
class AwsStreamTest {

  private static final String SHARD = "shardId-000000000000";
  private static final StreamArn ARN =
      StreamArn.parse("arn:aws:kinesis:eu-central-1:123456789012:stream/flows");
  private static final String STREAM = "stream 'flows' in eu-central-1, account 123456789012,";
  private static final List<String> SETTINGS =
      List.of("aws.cborEnabled", "aws.accessKeyId", "aws.secretAccessKey");

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private AwsStream stream;

  private record Answer(int status, String body) {}

  @BeforeAll
  static void set() {
    System.setProperty("aws.cborEnabled", "false");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterAll
  static void unset() {
    SETTINGS.forEach(System::clearProperty);
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    stream = connect("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    stream.close();
    server.stop(0);
  }

  private static AwsStream connect(String endpoint) {
    return AwsStream.connect(
        ARN, new AwsAccess(ARN.region(), endpoint, null), AwsAccess.Retries.NONE);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(target.replaceFirst("Kinesis_20131202.", "") + ' ' + body);
    Answer answer = answers.poll();
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized void will(int status, String body) {
    answers.add(new Answer(status, body));
  }

  private void willRefuse(int status, String code) {
    will(status, "{\"__type\":\"%s\",\"message\":\"said by the service\"}".formatted(code));
  }

  @Test
  void listsPageByPageByTokenAlone() {
    will(200, "{\"Shards\":[" + shard(0, "") + "],\"NextToken\":\"next page\"}");
    will(200, "{\"Shards\":[" + shard(1, "\"ParentShardId\":\"shardId-000000000000\",") + "]}");

    assertThat(stream.shardsBehind("shardId-000000000009"))
        .containsExactly(
            new Shard(SHARD, List.of(), 1), new Shard("shardId-000000000001", List.of(SHARD), 1));
    assertThat(asked).hasSize(2);
    assertThat(new ArrayList<>(asked).get(0))
        .startsWith("ListShards")
        .contains("\"ExclusiveStartShardId\":\"shardId-000000000009\"")
        .contains("\"StreamName\":\"flows\"", "\"StreamARN\":\"" + ARN + '"');
    assertThat(new ArrayList<>(asked).get(1)).isEqualTo("ListShards {\"NextToken\":\"next page\"}");
  }

  @Test
  void asksForNameAndArn() {
    will(200, "{\"ShardIterator\":\"i\"}");
    will(200, "{\"ShardIterator\":\"i\"}");
    will(200, "{\"ShardIterator\":\"i\"}");

    stream.iterator(SHARD, Position.HORIZON);
    stream.iterator(SHARD, new Position.After("7"));
    stream.iterator(SHARD, new Position.AtTime(1_772_445_600_500L));

    assertThat(asked)
        .allSatisfy(
            call ->
                assertThat(call)
                    .startsWith("GetShardIterator")
                    .contains("\"StreamName\":\"flows\"", "\"StreamARN\":\"" + ARN + '"'));
    assertThat(new ArrayList<>(asked).get(0)).contains("\"TRIM_HORIZON\"");
    assertThat(new ArrayList<>(asked).get(1))
        .contains("\"AFTER_SEQUENCE_NUMBER\"", "\"StartingSequenceNumber\":\"7\"");
    assertThat(new ArrayList<>(asked).get(2)).contains("\"AT_TIMESTAMP\"", "1772445600.5");
  }

  @Test
  void readsMessagesAndWhatCameOfAShard() {
    will(
        200,
        "{\"Records\":[{\"Data\":\"aGk=\",\"PartitionKey\":\"k\",\"SequenceNumber\":\"8\","
            + "\"ApproximateArrivalTimestamp\":1772445600.25}],\"MillisBehindLatest\":40,"
            + "\"ChildShards\":[{\"ShardId\":\"shardId-000000000001\",\"ParentShards\":[\""
            + SHARD
            + "\"],\"HashKeyRange\":{\"StartingHashKey\":\"0\",\"EndingHashKey\":"
            + "\"340282366920938463463374607431768211455\"}}]}");

    Batch batch = stream.read(SHARD, "i", 100);

    assertThat(batch.isLast()).isTrue();
    assertThat(batch.millisBehind()).isEqualTo(40);
    assertThat(batch.children())
        .containsExactly(new Shard("shardId-000000000001", List.of(SHARD), 1));
    assertThat(batch.messages())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.data()).asString().isEqualTo("hi");
              assertThat(message.sequence()).isEqualTo("8");
              assertThat(message.arrived()).isEqualTo(1_772_445_600_250L);
            });
    assertThat(asked).singleElement().asString().contains("\"StreamARN\"", "\"Limit\":100");
  }

  @Test
  void tellsTheServicesTime() {
    will(200, "{\"StreamDescriptionSummary\":{\"StreamName\":\"flows\"}}");

    Instant time = stream.time();

    assertThat(time.getNano()).as("headers have whole seconds").isZero();
    assertThat(time).isBetween(Instant.now().minusSeconds(10), Instant.now());
  }

  @ParameterizedTest
  @CsvSource({
    "400, ProvisionedThroughputExceededException, THROTTLED",
    "400, LimitExceededException, THROTTLED",
    "400, KMSThrottlingException, THROTTLED",
    "400, ExpiredIteratorException, EXPIRED_ITERATOR",
    "400, ResourceInUseException, PASSING",
    "500, InternalFailure, PASSING",
    "503, ServiceUnavailable, PASSING",
    "400, AccessDeniedException, FATAL",
    "400, ExpiredTokenException, FATAL",
    "400, UnrecognizedClientException, FATAL",
    "400, InvalidSignatureException, FATAL",
    "400, KMSAccessDeniedException, FATAL",
    "400, InvalidArgumentException, FATAL",
  })
  void knowsWhatFollowsFromARefusal(int status, String code, Kind kind) {
    willRefuse(status, code);

    assertRefused(() -> stream.read(SHARD, "i", 1), kind);
    assertThat(asked).as("calls are made once").hasSize(1);
  }

  @Test
  void aShardThatIsNotThereIsGone() {
    willRefuse(400, "ResourceNotFoundException");
    will(200, created(Instant.now().minus(Duration.ofHours(25))));

    assertRefused(() -> stream.read(SHARD, "i", 1), Kind.SHARD_GONE);
  }

  @Test
  void aStreamOfTheSameNameThatWasCreatedAnewIsAnotherStream() {
    willRefuse(400, "ResourceNotFoundException");
    will(200, created(Instant.now().minus(Duration.ofHours(23))));

    assertThatThrownBy(() -> stream.read(SHARD, "i", 1))
        .isInstanceOfSatisfying(
            StreamException.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.FATAL))
        .hasMessageStartingWith(STREAM + " was created anew at 20")
        .hasMessageEndingWith(
            ": what this job knows is of the one before it; start without a savepoint");
  }

  @Test
  void aListingThatNeverEndsIsMadeAgainLater() {
    will(200, "{\"Shards\":[" + shard(0, "") + "],\"NextToken\":\"same\"}");
    will(200, "{\"Shards\":[" + shard(0, "") + "],\"NextToken\":\"same\"}");

    assertRefused(stream::shards, Kind.PASSING);
    assertThat(asked).hasSize(2);
  }

  @Test
  void aKeyThatMayNotBeUsedIsNamedAsWhatLacks() {
    willRefuse(400, "KMSAccessDeniedException");

    assertThatThrownBy(() -> stream.read(SHARD, "i", 1))
        .hasMessageStartingWith(
            STREAM + " may not be read: these credentials lack kms:Decrypt for its key;");
  }

  @Test
  void aStreamThatIsNotThereIsSaidToBe() {
    willRefuse(400, "ResourceNotFoundException");
    willRefuse(400, "ResourceNotFoundException");

    assertThatThrownBy(() -> stream.read(SHARD, "i", 1))
        .hasMessage(STREAM + " does not exist there; correct --kinesis.stream, or create it");
  }

  @Test
  void aMissingPermissionIsNamedWithTheStream() {
    willRefuse(400, "AccessDeniedException");

    assertThatThrownBy(stream::shards)
        .hasMessage(
            STREAM
                + " may not be read: these credentials lack kinesis:ListShards; allow it in their"
                + " policy (docs/cloudwatch.md has one)");
  }

  @Test
  void anExpiredTokenIsSaidToBe() {
    willRefuse(400, "ExpiredTokenException");

    assertThatThrownBy(stream::shards)
        .hasMessageStartingWith(
            STREAM + " cannot be read: the token of these credentials has expired");
  }

  @Test
  void whereNobodyListensThatIsSaid() {
    server.stop(0);

    assertRefused(stream::shards, Kind.PASSING);
    assertThatThrownBy(stream::shards)
        .hasMessage(
            STREAM
                + " cannot be reached: nobody answers there; check region and endpoint, and the"
                + " network");
  }

  @Test
  void aFirstLookDoesWhatTheSourceWillDo() {
    will(200, "{\"StreamDescriptionSummary\":{\"StreamName\":\"flows\"}}");
    will(200, "{\"Shards\":[" + shard(0, "") + "]}");
    will(200, "{\"ShardIterator\":\"i\"}");
    willRefuse(400, "AccessDeniedException");

    assertThatThrownBy(() -> StreamCheck.of(ARN, stream))
        .hasMessageContaining("kinesis:GetRecords");
  }

  private static void assertRefused(ThrowingCallable call, Kind kind) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StreamException.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
  }

  private static String created(Instant time) {
    return "{\"StreamDescriptionSummary\":{\"StreamName\":\"flows\",\"StreamCreationTimestamp\":"
        + time.getEpochSecond()
        + "}}";
  }

  private static String shard(int id, String parents) {
    return "{\"ShardId\":\"shardId-%012d\",%s".formatted(id, parents)
        + "\"HashKeyRange\":{\"StartingHashKey\":\"0\",\"EndingHashKey\":"
        + "\"340282366920938463463374607431768211455\"},"
        + "\"SequenceNumberRange\":{\"StartingSequenceNumber\":\"1\"}}";
  }
}
