package dev.weir.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.FlowRecord;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OpenWindowsTest {

  private static final WindowSpec SLIDING = new WindowSpec(60_000, 20_000);

  private final List<PartialWindow<SourceKey, SourceAccumulator>> closed = new ArrayList<>();

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void partsOfAnyNumberOfPlacesAddUpToTheWhole(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<FlowRecord> flows = flows(random);
    OpenWindows<SourceKey, SourceAccumulator> whole = empty();
    flows.forEach(flow -> whole.add(flow, Long.MIN_VALUE));
    List<PartialWindow<SourceKey, SourceAccumulator>> expected = new ArrayList<>();
    whole.closeAll(expected::add);

    List<PartialWindow<SourceKey, SourceAccumulator>> parts = new ArrayList<>();
    List<OpenWindows<SourceKey, SourceAccumulator>> places = List.of(empty(), empty());
    for (FlowRecord flow : flows) {
      OpenWindows<SourceKey, SourceAccumulator> place = places.get(random.nextInt(2));
      PartialWindow<SourceKey, SourceAccumulator> partial = place.add(flow, Long.MIN_VALUE);
      if (random.nextInt(10) == 0) {
        place.remove(partial);
        parts.add(partial);
      }
      if (random.nextInt(20) == 0) {
        place.closeAll(parts::add);
      }
    }
    places.forEach(place -> place.closeAll(parts::add));

    assertThat(parts.stream().mapToLong(PartialWindow::flows).sum()).isEqualTo(flows.size());
    Map<String, SourceAccumulator> merged = new HashMap<>();
    for (PartialWindow<SourceKey, SourceAccumulator> part : parts) {
      merged
          .computeIfAbsent(part.key() + "@" + part.start(), key -> new SourceAccumulator())
          .merge(read(Window.bytes(part.seen())));
    }
    assertThat(merged).hasSameSizeAs(expected);
    for (PartialWindow<SourceKey, SourceAccumulator> one : expected) {
      SourceAccumulator sum = merged.get(one.key() + "@" + one.start());
      assertThat(Window.bytes(sum)).isEqualTo(Window.bytes(one.seen()));
    }
  }

  @Test
  void aFlowWhoseWindowsHaveAllClosedGoesNowhere() {
    OpenWindows<SourceKey, SourceAccumulator> open = empty();

    assertThat(open.add(flow("a", 65_000), 119_999)).isNull();
    assertThat(open.size()).isZero();
  }

  @Test
  void aFlowGoesIntoThoseOfItsWindowsThatAreOpenAndCountsInTheLast() {
    OpenWindows<SourceKey, SourceAccumulator> open = empty();

    PartialWindow<SourceKey, SourceAccumulator> last = open.add(flow("a", 65_000), 85_000);
    open.closeAll(closed::add);

    assertThat(closed).extracting(PartialWindow::start).containsExactly(40_000L, 60_000L);
    assertThat(closed).extracting(PartialWindow::flows).containsExactly(0L, 1L);
    assertThat(closed).last().isSameAs(last);
    assertThat(open.size()).isZero();
  }

  @Test
  void whatAWatermarkClosesIsLetGo() {
    OpenWindows<SourceKey, SourceAccumulator> open = empty();
    open.add(flow("a", 65_000), Long.MIN_VALUE);
    open.add(flow("b", 65_000), Long.MIN_VALUE);

    open.close(99_998, closed::add);
    assertThat(closed).extracting(PartialWindow::start).containsExactly(20_000L, 20_000L);
    assertThat(open.size()).isEqualTo(4);
    open.close(Long.MAX_VALUE, closed::add);
    assertThat(closed).hasSize(6);
    assertThat(open.size()).isZero();
  }

  private static OpenWindows<SourceKey, SourceAccumulator> empty() {
    return new OpenWindows<>(new SourceViews(SLIDING, FeatureSettings.DEFAULT, KnownTargets.NONE));
  }

  private static FlowRecord flow(String source, long time) {
    return FlowRecord.builder().srcIp(source).start(time).build();
  }

  private static List<FlowRecord> flows(Random random) {
    List<FlowRecord> flows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      flows.add(
          FlowRecord.builder()
              .srcIp("10.0.0." + random.nextInt(3))
              .dstIp("192.0.2." + random.nextInt(200))
              .dstPort(random.nextInt(100))
              .bytesIn(random.nextInt(10_000))
              .start(random.nextInt(200_000))
              .build());
    }
    return flows;
  }

  private static SourceAccumulator read(byte[] bytes) throws IOException {
    return SourceAccumulator.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
