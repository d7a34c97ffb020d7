package dev.weir.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.FlowLogDecoder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

/** What parts are measured with is what they are made for. */
class SamplesTest {

  private static final int FLOWS = 256;

  @ParameterizedTest
  @MethodSource
  void everyFlowOfAFormatIsDecoded(String format) {
    DecodeCase log = DecodeCase.of(format);
    FlowLogDecoder decoder = log.decoder();
    CountingCollector counted = new CountingCollector(null);
    for (byte[] message : log.messages(FLOWS)) {
      decoder.decode(message, 0, message.length, counted);
    }
    assertThat(counted.flows()).isEqualTo(FLOWS);
  }

  static Stream<String> everyFlowOfAFormatIsDecoded() throws NoSuchFieldException {
    return parameters(DecodeBenchmark.class, "format");
  }

  @ParameterizedTest
  @MethodSource
  void everyValueIsWrittenAndReadByTheJobsOwnSerializer(String value) throws Exception {
    SerializerBenchmark benchmark = new SerializerBenchmark();
    var parameter = SerializerBenchmark.class.getDeclaredField("value");
    parameter.setAccessible(true);
    parameter.set(benchmark, value);
    benchmark.setUp();

    assertThat(benchmark.read()).isNotNull();
    assertThat(benchmark.write()).isPositive();
  }

  static Stream<String> everyValueIsWrittenAndReadByTheJobsOwnSerializer()
      throws NoSuchFieldException {
    return parameters(SerializerBenchmark.class, "value");
  }

  private static Stream<String> parameters(Class<?> benchmark, String field)
      throws NoSuchFieldException {
    return Arrays.stream(benchmark.getDeclaredField(field).getAnnotation(Param.class).value());
  }
}
