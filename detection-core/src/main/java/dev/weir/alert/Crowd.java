package dev.weir.alert;

import dev.weir.explain.Explanation;
import dev.weir.explain.Phrase;
import dev.weir.explain.Reason;
import dev.weir.explain.Reasons;
import dev.weir.feature.SourceKey;
import dev.weir.feature.UnknownVersionException;
import dev.weir.finding.Advice;
import dev.weir.finding.Control;
import dev.weir.finding.Detection;
import dev.weir.finding.Kind;
import dev.weir.flow.Truth;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sources that do the same to one target in one window: what a guesser with many addresses is. Few
 * of them stay what they are; of many the target becomes the one that there is something to tell
 * of. Pairs likewise: implants call one place from many hosts. Mutable; bounded; not thread-safe.
 *
 * <p>Its bytes are state: {@link #write} is versioned.
 */
public final class Crowd {

  /** From so many sources on it is one matter of the target, and not one of each. */
  public static final int MANY = 3;

  private static final int VERSION = 1;

  private static final Phrase ALIKE =
      many("the same to this target, each in a way that stands out by itself");

  /** Of few who belong to those before them. */
  private static final Phrase BEFORE = many("what many did to this target shortly before");

  /** What speaks comes first: what only keeps an incident open has nothing to tell of itself. */
  private static final Comparator<Detection> WORST =
      Comparator.comparing(Detection::opens)
          .thenComparingInt(Detection::severity)
          .reversed()
          .thenComparing(Detection::source)
          .thenComparing(Detection::early);

  /** The first of them, by what makes the order in which they came not matter; MANY at most. */
  private final List<Detection> kept = new ArrayList<>();

  private long sources;
  private long flows;
  private double bytesIn = Double.NaN;
  private double bytesOut = Double.NaN;
  private long firstSeen = Long.MAX_VALUE;
  private long lastSeen = Long.MIN_VALUE;
  private boolean opens;
  private Truth truth = Truth.UNKNOWN;

  /** Takes what a source or pair was found to do in; each source once for each window. */
  public void add(Detection found) {
    sources++;
    flows += found.flows();
    bytesIn = Volume.sum(bytesIn, found.bytesIn());
    bytesOut = Volume.sum(bytesOut, found.bytesOut());
    firstSeen = Math.min(firstSeen, found.firstSeen());
    lastSeen = Math.max(lastSeen, found.lastSeen());
    opens |= found.opens();
    truth = truth.or(found.truth());
    kept.add(found);
    kept.sort(WORST);
    if (kept.size() > MANY) {
      kept.remove(MANY);
    }
  }

  /**
   * What to go on with: each by itself, or one of the target.
   *
   * @param shared whether many did the same to it lately: then those who come now belong to them
   */
  public List<Detection> settle(boolean shared) {
    return isMany() || shared ? List.of(ofTarget()) : List.copyOf(kept);
  }

  /** Whether a source is among them, as long as they are not too many to tell of each. */
  public boolean holds(SourceKey source) {
    return kept.stream().anyMatch(found -> found.source().equals(source));
  }

  /** Whether they are too many to tell of each. */
  public boolean isMany() {
    return sources >= MANY;
  }

  private static Phrase many(String what) {
    return Phrase.count("source does " + what, "sources do " + what);
  }

  /** The worst of them by name: without one nobody could begin to look. */
  private String names() {
    String names =
        kept.stream().map(found -> found.source().address()).collect(Collectors.joining(", "));
    return (sources > kept.size() ? ", such as " : ": ") + names;
  }

  private Detection ofTarget() {
    Detection worst = kept.get(0);
    Reason many =
        Reasons.told(
            "target.alike_sources",
            (double) sources,
            (isMany() ? ALIKE : BEFORE).say((double) sources) + names());
    return new Detection(
        worst.kind() == Kind.PAIR ? Kind.PAIR : Kind.TARGET,
        null,
        worst.target(),
        "",
        worst.finding(),
        worst.also(),
        worst.technique(),
        worst.severity(),
        worst.origin(),
        worst.early(),
        opens,
        worst.windowStart(),
        worst.windowEnd(),
        firstSeen,
        lastSeen,
        flows,
        bytesIn,
        bytesOut,
        "",
        sources,
        worst.targets(),
        worst.scoring(),
        worst.reputation(),
        opens ? worst.explanation().led(many) : Explanation.NONE,
        opens ? advice(worst.advice()) : Advice.NONE,
        truth);
  }

  /**
   * To deny what goes to a target helps against all of them; to deny what comes from one doesn't.
   */
  private static Advice advice(Advice ofWorst) {
    Control control = ofWorst.control();
    if (control != null && control.outbound()) {
      return new Advice("Several sources take part. " + ofWorst.text(), control);
    }
    return new Advice(
        "Many addresses take part: block at the target rather than by address. Of one of them: "
            + ofWorst.text(),
        null);
  }

  /** Writes the version and every field. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeByte(kept.size());
    for (Detection found : kept) {
      DetectionBytes.write(found, out);
    }
    out.writeLong(sources);
    out.writeLong(flows);
    out.writeDouble(bytesIn);
    out.writeDouble(bytesOut);
    out.writeLong(firstSeen);
    out.writeLong(lastSeen);
    out.writeBoolean(opens);
    truth.write(out);
  }

  /** Reads what {@link #write} wrote; refuses another version by name. */
  public static Crowd read(DataInput in) throws IOException {
    UnknownVersionException.check("crowd", VERSION, in.readByte());
    Crowd read = new Crowd();
    int size = DetectionBytes.index(in, MANY + 1, "number of detections");
    for (int i = 0; i < size; i++) {
      read.kept.add(DetectionBytes.read(in));
    }
    read.sources = in.readLong();
    read.flows = in.readLong();
    read.bytesIn = in.readDouble();
    read.bytesOut = in.readDouble();
    read.firstSeen = in.readLong();
    read.lastSeen = in.readLong();
    read.opens = in.readBoolean();
    read.truth = Truth.read(in);
    return read;
  }

  /** An equal one of its own. */
  public Crowd copy() {
    return Copies.of(this::write, Crowd::read);
  }
}
