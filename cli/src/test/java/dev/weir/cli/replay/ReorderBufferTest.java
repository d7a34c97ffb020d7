package dev.weir.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.file.Disorder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReorderBufferTest {

  private record Item(long time, int position) {}

  @Property
  void itemsLeaveSortedStableAndComplete(@ForAll List<@IntRange(max = 50) Integer> times) {
    List<Item> items = items(times);
    List<Item> sorted = new ArrayList<>(items);
    sorted.sort(Comparator.comparingLong(Item::time));

    assertThat(throughBuffer(items, disorder(items))).isEqualTo(sorted);
  }

  @Property
  void whateverTheDepthNothingIsLost(
      @ForAll List<@IntRange(max = 50) Integer> times, @ForAll @IntRange(max = 60) int depth) {
    List<Item> items = items(times);

    assertThat(throughBuffer(items, depth)).containsExactlyInAnyOrderElementsOf(items);
  }

  @Test
  void aLogInOrderIsNotHeldBack() {
    ReorderBuffer<Item> buffer = new ReorderBuffer<>(0);
    for (Item item : items(List.of(1, 1, 2, 7))) {
      buffer.add(item.time(), item);
      assertThat(buffer.poll()).isEqualTo(item);
      assertThat(buffer.size()).isZero();
    }
  }

  @Test
  void anItemWaitsUntilNothingCanPrecedeIt() {
    ReorderBuffer<String> buffer = new ReorderBuffer<>(10);
    buffer.add(100, "a");
    assertThat(buffer.poll()).isNull();
    buffer.add(109, "b");
    assertThat(buffer.poll()).isNull();
    buffer.add(110, "c");
    assertThat(buffer.poll()).isEqualTo("a");
    assertThat(buffer.poll()).isNull();
    buffer.finish();
    assertThat(buffer.poll()).isEqualTo("b");
  }

  @Test
  void timesAtTheEdgeOfLongDoNotOverflow() {
    ReorderBuffer<String> buffer = new ReorderBuffer<>(1_000);
    buffer.add(Long.MIN_VALUE, "before everything");
    assertThat(buffer.poll()).isEqualTo("before everything");
    buffer.add(5, "a flow");
    assertThat(buffer.poll()).isNull();
  }

  private static List<Item> items(List<Integer> times) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      items.add(new Item(times.get(i), i));
    }
    return items;
  }

  private static long disorder(List<Item> items) {
    Disorder disorder = new Disorder(Long.MAX_VALUE);
    items.forEach(item -> disorder.add(item.time()));
    return disorder.maxMillis();
  }

  private static List<Item> throughBuffer(List<Item> items, long depth) {
    ReorderBuffer<Item> buffer = new ReorderBuffer<>(depth);
    List<Item> left = new ArrayList<>();
    for (Item item : items) {
      buffer.add(item.time(), item);
      drain(buffer, left);
    }
    buffer.finish();
    drain(buffer, left);
    return left;
  }

  private static void drain(ReorderBuffer<Item> buffer, List<Item> left) {
    for (Item item = buffer.poll(); item != null; item = buffer.poll()) {
      left.add(item);
    }
  }
}
