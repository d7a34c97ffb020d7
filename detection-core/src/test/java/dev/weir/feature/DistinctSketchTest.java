package dev.weir.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctSketchTest {

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void isExactUpToItsLimit(@ForAll @IntRange(min = 0, max = 96) int n, @ForAll int from) {
    assertThat(sketch(IntStream.range(from, from + n).boxed().toList()).estimate()).isEqualTo(n);
  }

  @ParameterizedTest
  @ValueSource(ints = {97, 150, 1_000, 10_000, 60_000, 1_000_000})
  void isWithinFourStandardErrorsAboveIt(int n) {
    assertThat((double) sketch(IntStream.range(0, n).boxed().toList()).estimate())
        .isCloseTo(n, within(4 * 0.0325 * n));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void itsBytesDependOnTheSetAlone(
      @ForAll @Size(max = 300) List<@IntRange(max = 400) Integer> numbers, @ForAll Random random)
      throws IOException {
    List<Integer> others = new ArrayList<>(numbers);
    IntStream.range(0, numbers.size() / 2).forEach(i -> others.add(numbers.get(i)));
    Collections.shuffle(others, random);
    int cut = random.nextInt(others.size() + 1);
    DistinctSketch merged = sketch(others.subList(0, cut));
    merged.merge(sketch(others.subList(cut, others.size())));

    assertThat(bytes(merged)).isEqualTo(bytes(sketch(numbers)));
    assertThat(merged.estimate()).isEqualTo(sketch(numbers).estimate());
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void comesBackFromItsBytes(@ForAll @Size(max = 300) List<Integer> numbers) throws IOException {
    DistinctSketch sketch = sketch(numbers);
    DistinctSketch read =
        DistinctSketch.read(new DataInputStream(new ByteArrayInputStream(bytes(sketch))));

    assertThat(bytes(read)).isEqualTo(bytes(sketch));
    read.add(DistinctSketch.hash("one more"));
    sketch.add(DistinctSketch.hash("one more"));
    assertThat(bytes(read)).isEqualTo(bytes(sketch));
  }

  private static DistinctSketch sketch(List<Integer> numbers) {
    DistinctSketch sketch = new DistinctSketch();
    numbers.forEach(number -> sketch.add(DistinctSketch.hash(number)));
    return sketch;
  }

  private static byte[] bytes(DistinctSketch sketch) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sketch.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
