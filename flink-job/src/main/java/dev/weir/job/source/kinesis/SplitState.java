package dev.weir.job.source.kinesis;

/** A split whose position follows what has been emitted. */
final class SplitState {

  private final ShardSplit split;

  /** Null where it was not asked for. */
  private String name;

  /** Null where nothing was emitted yet. */
  private String last;

  SplitState(ShardSplit split) {
    this.split = split;
  }

  /** Takes note that everything up to this message has been emitted. */
  void emitted(String sequence) {
    last = sequence;
  }

  /** What entries name the split by: made once, since it is wanted for every message. */
  String name(String stream) {
    if (name == null) {
      name = stream + '-' + split.splitId();
    }
    return name;
  }

  ShardSplit toSplit() {
    return last == null ? split : split.at(new Position.After(last));
  }
}
