package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShardTrackerTest {

  private static final Position.AtTime START = new Position.AtTime(1_772_445_600_000L);

  private final ShardTracker tracker = new ShardTracker(EnumeratorState.begin("arn", START));

  @Test
  void shardsOfTheFirstListingAreReadFromTheStartAndWhatCameOfThemFromTheirHorizon() {
    tracker.listed(List.of(shard(0), shard(1), shard(2, 0), shard(3, 0)));

    assertThat(assigned()).containsExactly(id(0), id(1));
    assertThat(positions()).containsValue(Position.HORIZON).hasSize(2);
    assertThat(tracker.state().waiting()).extracting(ShardSplit::splitId).contains(id(2), id(3));
  }

  @Test
  void aShardOfTheFirstListingWhoseParentIsGoneIsReadFromTheStart() {
    tracker.listed(List.of(shard(7, 3)));

    assertThat(tracker.assign(1).get(0)).containsExactly(new ShardSplit(shard(7, 3), START));
  }

  @Test
  void shardsThatComeLaterAreReadFromTheirHorizon() {
    tracker.listed(List.of(shard(0)));
    tracker.listed(List.of(shard(1)));

    assertThat(positions()).containsEntry(id(1), Position.HORIZON).doesNotContainKey(id(2));
  }

  @Test
  void childrenOfASplitWaitForTheirParent() {
    tracker.listed(List.of(shard(0)));
    assertThat(assigned()).containsExactly(id(0));
    tracker.listed(List.of(shard(1, 0), shard(2, 0)));
    assertThat(assigned()).isEmpty();

    tracker.ended(id(0), List.of(shard(1, 0), shard(2, 0)));

    assertThat(assigned()).containsExactly(id(1), id(2));
  }

  @Test
  void theChildOfAMergeWaitsForBothParents() {
    tracker.listed(List.of(shard(0), shard(1), shard(2, 0, 1)));
    assertThat(assigned()).containsExactly(id(0), id(1));

    tracker.ended(id(0), List.of(shard(2, 0, 1)));
    assertThat(assigned()).isEmpty();
    tracker.ended(id(1), List.of(shard(2, 0, 1)));

    assertThat(assigned()).containsExactly(id(2));
  }

  @Test
  void aMergeThatWasSplitAgainIsReadGenerationByGeneration() {
    tracker.listed(List.of(shard(0), shard(1), shard(2, 0, 1), shard(3, 2), shard(4, 2)));

    assertThat(assigned()).containsExactly(id(0), id(1));
    end(0);
    end(1);
    assertThat(assigned()).containsExactly(id(2));
    end(2);
    assertThat(assigned()).containsExactly(id(3), id(4));
  }

  @Test
  void anEndThatIsToldAgainChangesNothing() {
    tracker.listed(List.of(shard(0)));
    assigned();
    tracker.ended(id(0), List.of(shard(1, 0)));
    assigned();
    tracker.ended(id(1), List.of());

    tracker.ended(id(0), List.of(shard(1, 0)));

    assertThat(assigned()).isEmpty();
  }

  @Test
  void childrenThatAReaderHeardOfFirstAreReadOnceThoughAListingShowsThemLater() {
    tracker.listed(List.of(shard(0)));
    assigned();
    tracker.ended(id(0), List.of(shard(1, 0), shard(2, 0)));
    assertThat(assigned()).containsExactly(id(1), id(2));
    end(1);
    assertThat(tracker.state().early()).containsExactly(id(1), id(2));

    tracker.listed(List.of(shard(1, 0), shard(2, 0), shard(3, 2)));

    assertThat(assigned()).isEmpty();
    assertThat(tracker.state().early()).isEmpty();
    assertThat(tracker.state().waiting()).extracting(ShardSplit::splitId).containsExactly(id(3));
  }

  @Test
  void aChildThatAListingLeftOutIsKnownFromItsParentsEnd() {
    tracker.listed(List.of(shard(0)));
    assigned();
    tracker.listed(List.of(shard(2, 0)));

    tracker.ended(id(0), List.of(shard(1, 0), shard(2, 0)));

    assertThat(assigned()).containsExactly(id(1), id(2));
  }

  @Test
  void aRestoreGenerationsLaterReadsWhatIsStillThere() {
    tracker.listed(List.of(shard(0)));
    ShardTracker later = new ShardTracker(tracker.state());
    later.reported(new ShardSplit(shard(0), new Position.After("9")));

    // The first and its children have expired; of these there are children, and theirs.
    later.listed(List.of(shard(3, 1), shard(4, 1), shard(5, 2), shard(6, 3, 4)));

    assertThat(ids(later)).containsExactly(id(0), id(3), id(4), id(5));
    later.ended(id(0), List.of());
    later.ended(id(3), List.of(shard(6, 3, 4)));
    later.ended(id(4), List.of(shard(6, 3, 4)));
    assertThat(ids(later)).containsExactly(id(6));
  }

  @Test
  void whatAReaderWasReadingIsReadOnFromThere() {
    ShardSplit split = new ShardSplit(shard(0), new Position.After("9"));
    tracker.listed(List.of());

    tracker.reported(split);
    tracker.reported(split);

    assertThat(tracker.assign(1)).containsOnly(Map.entry(0, List.of(split)));
  }

  @Test
  void childrenWaitForAParentThatAReaderHandsBack() {
    tracker.listed(List.of(shard(0)));
    assigned();
    tracker.ended(id(0), List.of(shard(1, 0)));
    assertThat(assigned()).containsExactly(id(1));

    // The job goes on from a checkpoint of before the parent's end.
    tracker.returned(List.of(new ShardSplit(shard(1, 0), Position.HORIZON)), 0);
    tracker.returned(List.of(), 1);
    tracker.reported(new ShardSplit(shard(0), new Position.After("9")));

    assertThat(assigned()).containsExactly(id(0));
    tracker.ended(id(0), List.of(shard(1, 0)));
    assertThat(assigned()).containsExactly(id(1));
  }

  @Test
  void anEndThatOnlyAReaderRemembersIsHeardAfterARestart() {
    tracker.listed(List.of(shard(0)));
    assigned();
    ShardTracker restored = new ShardTracker(tracker.state());

    restored.reported(new ShardSplit(shard(0), new Position.Ended(List.of(shard(1, 0)))));

    assertThat(ids(restored)).containsExactly(id(1));
    restored.listed(List.of(shard(1, 0)));
    assertThat(ids(restored)).isEmpty();
  }

  @Test
  void anEndThatBothRememberDoesNotBringTheChildrenBack() {
    tracker.listed(List.of(shard(0)));
    assigned();
    tracker.ended(id(0), List.of(shard(1, 0)));
    assigned();
    tracker.ended(id(1), List.of());
    ShardTracker restored = new ShardTracker(tracker.state());

    restored.reported(new ShardSplit(shard(0), new Position.Ended(List.of(shard(1, 0)))));
    restored.reported(new ShardSplit(shard(1, 0), new Position.Ended(List.of())));

    assertThat(ids(restored)).isEmpty();
  }

  @Test
  void shardsThatAreDoneAreForgotten() {
    tracker.listed(List.of(shard(0)));
    for (int i = 0; i < 10_000; i++) {
      assertThat(assigned()).containsExactly(id(i));
      tracker.ended(id(i), List.of(shard(i + 1, i)));
      if (i % 100 == 0) {
        tracker.listed(List.of(shard(i + 1, i)));
      }
    }

    assertThat(tracker.state().waiting()).hasSize(1);
    assertThat(tracker.state().early()).hasSizeLessThanOrEqualTo(100);
  }

  @Test
  void readersGetEqualSharesOfTheKeysWhateverTheShardsAre() {
    tracker.listed(
        List.of(
            new Shard(id(0), List.of(), 0.5),
            new Shard(id(1), List.of(), 0.25),
            new Shard(id(2), List.of(), 0.125),
            new Shard(id(3), List.of(), 0.125)));

    Map<Integer, List<ShardSplit>> assigned = tracker.assign(2);

    assertThat(assigned.get(0)).extracting(ShardSplit::splitId).containsExactly(id(0));
    assertThat(assigned.get(1))
        .extracting(ShardSplit::splitId)
        .containsExactlyInAnyOrder(id(1), id(2), id(3));
  }

  @Test
  void whatIsReadAlreadyCountsWhereMoreIsPlaced() {
    tracker.listed(List.of(shard(0)));
    assertThat(tracker.assign(2)).containsOnlyKeys(0);
    tracker.listed(List.of(shard(1)));

    assertThat(tracker.assign(2)).containsOnlyKeys(1);
  }

  private void end(int shard) {
    tracker.ended(id(shard), List.of());
  }

  private List<String> assigned() {
    return ids(tracker);
  }

  private static List<String> ids(ShardTracker of) {
    TreeSet<String> ids = new TreeSet<>();
    of.assign(2).values().forEach(splits -> splits.forEach(split -> ids.add(split.splitId())));
    return List.copyOf(ids);
  }

  private Map<String, Position> positions() {
    Map<String, Position> positions = new TreeMap<>();
    tracker.state().waiting().forEach(split -> positions.put(split.splitId(), split.position()));
    return positions;
  }

  private static String id(int shard) {
    return "shardId-%012d".formatted(shard);
  }

  private static Shard shard(int shard, int... parents) {
    return new Shard(
        id(shard), Arrays.stream(parents).mapToObj(ShardTrackerTest::id).toList(), 0.5);
  }
}
