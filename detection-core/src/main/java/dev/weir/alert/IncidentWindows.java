package dev.weir.alert;

import dev.weir.feature.TargetCount;
import dev.weir.finding.Detection;
import dev.weir.finding.Kind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/**
 * The windows of an incident, each counted once with what its end found, whatever was seen of it
 * before: so they come to the same with looks at open windows and without them. Mutable.
 */
final class IncidentWindows {

  /** Open windows that are remembered as they were seen; of more the first counts as it was. */
  private static final int MOST_LOOKS = 16;

  private Volume settled = Volume.NONE;

  /**
   * Windows that are not settled, by their start: looks at open ones, whose place a later look
   * takes. What a look has found may come before what was found in the window before it.
   */
  private final TreeMap<Long, Detection> looks = new TreeMap<>();

  private IncidentTargets targets = new IncidentTargets();

  /** What somebody was told they come to. */
  private Volume told = Volume.NONE;

  /** Start of the first window that opens the incident, or that opens it again. */
  private long since = Long.MAX_VALUE;

  /**
   * Takes what was found in a window; of those that end in the order of their starts.
   *
   * @return whether it belongs to the incident: what does not open it does not where it comes
   *     before what does, and whether that was known already depends on looks
   */
  boolean take(Detection found) {
    if (found.opens()) {
      since = Math.min(since, found.windowStart());
    } else if (found.windowStart() < since) {
      return false;
    }
    looks.put(found.windowStart(), found);
    if (!found.early()) {
      settleUntil(found.windowStart());
    } else if (looks.size() > MOST_LOOKS) {
      settleUntil(looks.firstKey());
    }
    return true;
  }

  /** It had ended, and what comes next opens it again. */
  void reopen() {
    since = Long.MAX_VALUE;
  }

  /** In their order: of an earlier window only a look is left where its end found nothing. */
  private void settleUntil(long windowStart) {
    while (!looks.isEmpty() && looks.firstKey() <= windowStart) {
      Detection first = looks.pollFirstEntry().getValue();
      if (!settled.counts(first)) {
        settled = settled.plus(first);
        if (first.kind() == Kind.PAIR) {
          targets = new IncidentTargets();
        }
        targets.add(first.targets());
      }
    }
  }

  /** What all of them come to, as far as is known. */
  Volume sum() {
    Volume sum = settled;
    for (Detection look : looks.values()) {
      sum = sum.plus(look);
    }
    return sum;
  }

  /**
   * What to tell while it lasts: never less than before, though an open window may have counted
   * more than the one that overlaps it and takes its place.
   */
  Volume toTell() {
    return sum().atLeast(told);
  }

  /** Remembers what was told. */
  void told(Volume volume) {
    told = volume;
  }

  /** The targets that most flows went to. */
  List<TargetCount> targets(int most) {
    IncidentTargets all = new IncidentTargets();
    all.add(targets.top(IncidentTargets.MOST));
    looks.values().forEach(look -> all.add(look.targets()));
    return all.top(most);
  }

  void write(DataOutput out) throws IOException {
    settled.write(out);
    out.writeByte(looks.size());
    for (Detection look : looks.values()) {
      DetectionBytes.write(look, out);
    }
    targets.write(out);
    told.write(out);
    out.writeLong(since);
  }

  static IncidentWindows read(DataInput in) throws IOException {
    IncidentWindows read = new IncidentWindows();
    read.settled = Volume.read(in);
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      Detection look = DetectionBytes.read(in);
      read.looks.put(look.windowStart(), look);
    }
    read.targets = IncidentTargets.read(in);
    read.told = Volume.read(in);
    read.since = in.readLong();
    return read;
  }
}
