package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.IpAddress;
import dev.weir.flow.UserException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bytes are, a decoder makes exactly one entry of a message and throws nothing. */
class DecodersAreTotalTest {
  private static final List<String> GOOD =
      List.of(
          "{\"bytes_in\":5602,\"creation_time\":\"2024-04-25T23:00:00Z\",\"src_ip\":\"::1\","
              + "\"response\":{\"code\":200},\"rule_names\":[\"a\",\"b\"],\"dst_port\":443,"
              + "\"end_time\":1714086000123,\"protocol\":\"TCP\",\"action\":\"allow\"}",
          "5602,12990,2024-04-25T23:00:00Z,2024-04-25T23:10:00Z,147.161.161.82,AE,HTTPS,200,443,"
              + "10.138.69.97,\"Suspicious, Web\",x,AWS_VPC_Flow,y,2024-04-25T23:00:00Z,waf_rule",
          "1591367999.305988\tC1\t192.168.4.76\t36844\t192.168.4.1\t53\tudp\tdns\t0.066851\t62\t141"
              + "\tSF\t-\t-\t0\tDd\t2\t118\t2\t197\t-",
          "#fields\tts\tid.orig_h\tduration",
          "{\"@timestamp\":\"2024-04-25T23:00:00Z\",\"source\":{\"ip\":\"::1\",\"packets\":7},"
              + "\"event\":{\"type\":[\"connection\",\"denied\"]},\"label\":\"bad\"}",
          "786,16089493466854,1608949346685411,5,6,x,bad",
          "2 123456789012 eni-1 10.26.1.153 2001:db8::1 60220 443 6 48 21869 1669842701 1669842702"
              + " ACCEPT OK");

  private static final List<String> FRAGMENTS =
      List.of(
          "\u0000",
          "\uFEFF",
          "\\ud800",
          "\\u0000",
          "-",
          "-1",
          "99999999999999999999",
          "1e999",
          "{\"a\":",
          "[",
          "]",
          "}",
          "\"",
          ",",
          "\n",
          "\r",
          "\t",
          " ",
          "null",
          "%",
          ":",
          "::",
          "256",
          "٣",
          "😀",
          "NODATA",
          "src_ip",
          "\"src_ip\":\"1.1.1.1\"",
          "0",
          "/*",
          "\\");

  private static final String SOUND = "sound";

  private static final FieldVisitor SOUND_FIELDS =
      new FieldVisitor() {
        @Override
        public void number(String name, long value) {
          assertThat(value).isNotNegative();
        }

        @Override
        public void text(String name, String value) {
          assertThat(value).isNotEmpty();
        }
      };

  /** Logs whose fields are named by maps. */
  private static final List<LogOptions> MAPPED =
      List.of(
          Logs.options(
              "--format=csv",
              "--csv.header=from,start,end,a,b,c,label",
              "--csv.map=src_ip=from,start=start,end=end,packets=a+b,bytes_in=a|b,verdict=c",
              "--csv.time=epoch-digits",
              "--src-ip.opaque=true",
              "--label.column=label",
              "--label.anomalous=bad"),
          Logs.options(
              "--format=json",
              "--json.preset=ecs",
              "--label.column=label",
              "--label.anomalous=bad",
              "--label.ignore=5"),
          Logs.options("--format=json", "--json.preset=ocsf"),
          Logs.options("--format=json", "--json.preset=zeek", "--src-ip.opaque=true"));

  @Property(tries = 4000)
  void onMessagesThatAreReadByMaps(
      @ForAll @IntRange(max = 3) int log, @ForAll("damaged") List<byte[]> messages) {
    FlowLogDecoder decoder = MAPPED.get(log).streamDecoder();
    for (byte[] message : messages) {
      if (Entries.of(decoder, message) instanceof FlowRecord flow) {
        assertThat(flow.srcIp()).isNotBlank();
        assertThat(flow.packets()).isGreaterThanOrEqualTo(-1);
        assertThat(flow.start()).isBetween(0L, flow.end());
      }
    }
  }

  @Property(tries = 4000)
  void onLinesOfAZeekFile(@ForAll("damaged") List<byte[]> messages) {
    FlowLogDecoder decoder = LogOptions.of(LogFormat.ZEEK).fileDecoder("my.log");
    try {
      messages.forEach(message -> decodesToOneEntry(decoder, message));
    } catch (UserException e) {
      assertThat(e).hasMessageStartingWith("my.log has no ts or no id.orig_h");
    }
  }

  private static FlowLogDecoder decoder(LogFormat format) {
    return LogOptions.of(format).streamDecoder();
  }

  @Property(tries = 2000)
  void onRandomBytes(@ForAll LogFormat format, @ForAll byte[] message) {
    decodesToOneEntry(decoder(format), message);
  }

  @Property(tries = 2000)
  void onRandomText(@ForAll LogFormat format, @ForAll String message) {
    decodesToOneEntry(decoder(format), message.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 6000)
  void onGoodMessagesThatWereDamaged(
      @ForAll LogFormat format, @ForAll("damaged") List<byte[]> messages) {
    FlowLogDecoder decoder = decoder(format);
    messages.forEach(message -> decodesToOneEntry(decoder, message));
  }

  @Property(tries = 500)
  void onLongRunsOfOneFragment(
      @ForAll LogFormat format, @ForAll("fragments") String fragment, @ForAll("good") String good) {
    FlowLogDecoder decoder = decoder(format);
    String run = fragment.repeat(20_000);
    decodesToOneEntry(decoder, run.getBytes(StandardCharsets.UTF_8));
    int middle = good.length() / 2;
    String inside = good.substring(0, middle) + run + good.substring(middle);
    decodesToOneEntry(decoder, inside.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 30)
  void onAMegabyteWithoutALineEnd(@ForAll LogFormat format, @ForAll byte fill) {
    byte[] message = new byte[1_000_000];
    Arrays.fill(message, fill);
    decodesToOneEntry(decoder(format), message);
    byte[] larger = new byte[LogOptions.of(format).maxMessage() + 1];
    assertThat(Entries.of(decoder(format), larger))
        .isInstanceOfSatisfying(
            DeadLetter.class,
            letter -> assertThat(letter.reason()).isEqualTo(DeadLetterReason.TOO_LARGE));
  }

  @Property(tries = 2000)
  void andADecoderIsAsGoodAsNewAfterwards(
      @ForAll LogFormat format, @ForAll("damaged") List<byte[]> messages) {
    FlowLogDecoder used = decoder(format);
    messages.forEach(message -> Entries.of(used, message));
    for (String good : GOOD) {
      assertThat(Entries.of(used, good)).isEqualTo(Entries.of(decoder(format), good));
    }
  }

  @Property(tries = 4000)
  void onFlowLogsOfAnyFormat(
      @ForAll("formats") VpcFormat format, @ForAll("values") List<String> values) {
    FlowLogDecoder decoder = LogOptions.of(VpcOptions.of(format)).streamDecoder();
    String exact =
        IntStream.range(0, format.size())
            .mapToObj(i -> value(format.field(i), values.get(i % values.size())))
            .collect(Collectors.joining("\t "));
    for (String line : List.of(exact, exact + " -", "{\"message\":\"" + exact + "\"}")) {
      if (decodesToOneEntry(decoder, line.getBytes(StandardCharsets.UTF_8)) instanceof FlowRecord) {
        decoder.fields(SOUND_FIELDS);
      }
    }
  }

  private static String value(VpcField field, String wanted) {
    if (!wanted.equals(SOUND)) {
      return wanted;
    }
    return switch (field.kind()) {
      case TEXT -> "text";
      case VERSION -> "5";
      case ADDRESS -> "10.0.0.1";
      case PORT, PROTOCOL, BYTE, COUNT -> "6";
      case TIME -> "1754006400";
      case ACTION -> "ACCEPT";
      case DIRECTION -> "egress";
      case STATUS -> "OK";
    };
  }

  @Provide
  Arbitrary<VpcFormat> formats() {
    return Arbitraries.of(VpcField.values())
        .set()
        .ofMaxSize(VpcField.values().length)
        .map(
            fields -> {
              Set<VpcField> all = new LinkedHashSet<>(fields);
              all.addAll(List.of(VpcField.SRCADDR, VpcField.END));
              return VpcFormat.parse(
                  all.stream().map(VpcField::id).collect(Collectors.joining(" ")));
            });
  }

  @Provide
  Arbitrary<List<String>> values() {
    Arbitrary<String> odd =
        Arbitraries.oneOf(
            fragments(),
            Arbitraries.of("-", "0", "2001:DB8::1", "ok", "NODATA", "SKIPDATA", "EGRESS"));
    return Arbitraries.frequencyOf(Tuple.of(19, Arbitraries.just(SOUND)), Tuple.of(1, odd))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  private static Entry decodesToOneEntry(FlowLogDecoder decoder, byte[] message) {
    Entry entry = Entries.of(decoder, message);

    if (entry instanceof FlowRecord flow) {
      assertThat(flow.srcIp()).isNotEmpty();
      assertThat(IpAddress.canonical(flow.srcIp())).isEqualTo(flow.srcIp());
      assertThat(flow.srcPort()).isBetween(-1, 65_535);
      assertThat(flow.dstPort()).isBetween(-1, 65_535);
      assertThat(flow.protocol()).isBetween(-1, 255);
      assertThat(flow.bytesIn()).isGreaterThanOrEqualTo(-1);
      assertThat(flow.bytesOut()).isGreaterThanOrEqualTo(-1);
      assertThat(flow.packets()).isGreaterThanOrEqualTo(-1);
      assertThat(flow.start()).isBetween(0L, flow.end());
    } else if (entry instanceof DeadLetter letter) {
      assertThat(letter.detail()).isNotBlank().hasSizeLessThan(300);
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(letter.detail())).isTrue();
      assertThat(letter.detail().chars()).noneMatch(Character::isISOControl);
    }
    return entry;
  }

  @Provide
  Arbitrary<String> good() {
    return Arbitraries.of(GOOD);
  }

  @Provide
  Arbitrary<String> fragments() {
    return Arbitraries.of(FRAGMENTS);
  }

  @Provide
  Arbitrary<List<byte[]>> damaged() {
    Arbitrary<byte[]> text =
        Combinators.combine(good(), fragments(), Arbitraries.integers(), Arbitraries.integers())
            .as(DecodersAreTotalTest::splice);
    Arbitrary<byte[]> bytes =
        Combinators.combine(text, Arbitraries.bytes(), Arbitraries.integers())
            .as(DecodersAreTotalTest::flip);
    return Arbitraries.oneOf(text, bytes).list().ofMinSize(1).ofMaxSize(4);
  }

  /** Puts a fragment in the place of some of the text. */
  private static byte[] splice(String good, String fragment, int at, int cut) {
    int from = Math.floorMod(at, good.length() + 1);
    int to = Math.min(good.length(), from + Math.floorMod(cut, 12));
    return (good.substring(0, from) + fragment + good.substring(to))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] flip(byte[] message, byte mask, int at) {
    byte[] flipped = message.clone();
    if (flipped.length > 0) {
      flipped[Math.floorMod(at, flipped.length)] ^= mask;
    }
    return flipped;
  }
}
