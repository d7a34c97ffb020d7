package dev.weir.job.source.kinesis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which shards wait and which are being read. A shard waits as long as a parent of it waits or is
 * being read, so that messages of a key come in order.
 *
 * <p>Shards that are done are not remembered, however many a stream has had: a listing tells those
 * that are new by their ids, which grow with time. The few that a reader hears of before a listing
 * shows them are remembered until one does.
 */
final class ShardTracker {

  private final String stream;
  private final Position start;
  private final Set<String> early;
  private final Map<String, ShardSplit> waiting = new TreeMap<>();
  private final Map<String, Reading> reading = new HashMap<>();
  private String lastListed;

  /** Who reads a shard, and what part of the keys that is. */
  private record Reading(int subtask, double share) {}

  ShardTracker(EnumeratorState state) {
    stream = state.stream();
    start = state.start();
    lastListed = state.lastListed();
    early = new TreeSet<>(state.early());
    state.waiting().forEach(split -> waiting.put(split.splitId(), split));
  }

  EnumeratorState state() {
    return new EnumeratorState(stream, start, lastListed, early, List.copyOf(waiting.values()));
  }

  /** The greatest id that a listing has shown; empty before the first listing. */
  String lastListed() {
    return lastListed;
  }

  /** Where the job began to read. */
  Position start() {
    return start;
  }

  /** How many shards no reader has. */
  int waiting() {
    return waiting.size();
  }

  /**
   * Takes in a listing: the first one of all shards that hold anything from the start on, each
   * later one of those behind the last. Of the first, shards with a parent among them came of these
   * later than the start; like all that come later they are read from their horizon.
   */
  void listed(List<Shard> shards) {
    boolean first = lastListed.isEmpty();
    Set<String> ids = new HashSet<>();
    shards.forEach(shard -> ids.add(shard.id()));
    for (Shard shard : shards) {
      boolean isRoot = shard.parents().stream().noneMatch(ids::contains);
      if (isNew(shard)) {
        add(new ShardSplit(shard, first && isRoot ? start : Position.HORIZON));
      }
    }
    for (String id : ids) {
      lastListed = id.compareTo(lastListed) > 0 ? id : lastListed;
    }
    early.removeIf(id -> id.compareTo(lastListed) <= 0);
  }

  private boolean isNew(Shard shard) {
    return shard.id().compareTo(lastListed) > 0 && !early.contains(shard.id());
  }

  private void add(ShardSplit split) {
    if (!reading.containsKey(split.splitId())) {
      waiting.putIfAbsent(split.splitId(), split);
    }
  }

  /**
   * Takes in that a shard is read to its end, as often as it is said. Its children cannot have been
   * read before that: whichever a listing has left out is known from now on.
   */
  void ended(String shard, List<Shard> children) {
    if (reading.remove(shard) == null) {
      return;
    }
    children.forEach(this::addChild);
  }

  private void addChild(Shard child) {
    if (isNew(child)) {
      early.add(child.id());
    }
    add(new ShardSplit(child, Position.HORIZON));
  }

  /**
   * Takes in what a reader was reading before it started again. Of one that had ended it only said
   * so again: children that nobody has heard of are added.
   */
  void reported(ShardSplit split) {
    if (split.position() instanceof Position.Ended ended) {
      ended.children().stream().filter(this::isNew).forEach(this::addChild);
    } else {
      add(split);
    }
  }

  /**
   * Takes back everything from a subtask that has failed.
   *
   * @param splits which it was given after the checkpoint that it goes on from; what it had by then
   *     it will report
   */
  void returned(Collection<ShardSplit> splits, int subtask) {
    reading.values().removeIf(reader -> reader.subtask() == subtask);
    splits.forEach(this::add);
  }

  /** Gives every shard that may be read to a subtask. */
  Map<Integer, List<ShardSplit>> assign(int subtasks) {
    List<ShardSplit> ready = new ArrayList<>();
    for (ShardSplit split : waiting.values()) {
      if (split.shard().parents().stream().noneMatch(this::isUnread)) {
        ready.add(split);
      }
    }
    Placement placement = new Placement(subtasks);
    reading.values().forEach(reader -> placement.add(reader.subtask(), reader.share()));
    Map<Integer, List<ShardSplit>> placed = placement.place(ready);
    placed.forEach(
        (subtask, splits) ->
            splits.forEach(
                split -> {
                  waiting.remove(split.splitId());
                  reading.put(split.splitId(), new Reading(subtask, split.shard().share()));
                }));
    return placed;
  }

  private boolean isUnread(String shard) {
    return waiting.containsKey(shard) || reading.containsKey(shard);
  }
}
