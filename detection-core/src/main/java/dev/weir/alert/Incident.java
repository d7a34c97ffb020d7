package dev.weir.alert;

import dev.weir.explain.Explainer;
import dev.weir.explain.Reason;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import dev.weir.feature.UnknownVersionException;
import dev.weir.finding.Detection;
import dev.weir.finding.Technique;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something strange that goes on, or went on a while ago: what was found of one source, target or
 * pair in windows that follow each other, as one thing with one id. Mutable; not thread-safe.
 *
 * <p>Its bytes are state: {@link #write} is versioned.
 */
public final class Incident {

  /** Names of findings and of lists that an incident remembers; the catalogue has hardly more. */
  private static final int MOST_NAMES = 16;

  private static final int VERSION = 3;

  private final String id;
  private final IncidentKey key;
  private String finding;
  private Technique technique;
  private final Set<String> also = new TreeSet<>();
  private final Set<String> reputation = new TreeSet<>();
  private IncidentTimes times;
  private IncidentWindows windows;
  private boolean told;
  private Detection latest;
  private Detection worst;
  private int announcedSeverity;
  private long nextUpdate;
  private long sources;

  private Incident(String id, IncidentKey key) {
    this.id = id;
    this.key = key;
  }

  /** What opens with this. */
  static Incident of(String id, Detection found) {
    Incident incident = new Incident(id, IncidentKey.of(found));
    incident.finding = found.finding();
    incident.technique = found.technique();
    incident.times = new IncidentTimes();
    incident.windows = new IncidentWindows();
    incident.nextUpdate = 2;
    incident.take(found);
    return incident;
  }

  /**
   * Takes a detection in, whether it is worth telling or not.
   *
   * @return whether it is a finding that speaks and did not before: who scanned, and now sends data
   *     away, does more than go on
   */
  boolean take(Detection found) {
    if (!windows.take(found)) {
      return false;
    }
    boolean sameWindow =
        latest != null && !latest.early() && latest.windowStart() == found.windowStart();
    if (latest == null || latest.early() || latest.windowStart() != found.windowStart()) {
      latest = found;
    }
    boolean another = found.opens() && !also.contains(found.finding());
    boolean more = found.opens() && hear(found) && !sameWindow;
    if (worst == null || (found.opens() && found.severity() > worst.severity())) {
      worst = found;
    } else if (another) {
      worst = worst.alsoBecauseOf(found);
    }
    found.reputation().forEach(name -> note(reputation, name));
    times.take(found);
    sources = Math.max(sources, found.sources());
    return more;
  }

  /** Notes what it speaks of; whether any of that is new. */
  private boolean hear(Detection found) {
    boolean more = note(also, found.finding());
    for (String name : found.also()) {
      more |= note(also, name);
    }
    return more;
  }

  private static boolean note(Set<String> names, String name) {
    return names.size() < MOST_NAMES && names.add(name);
  }

  /** From now on this is what it is called. */
  void rename(Detection found) {
    finding = found.finding();
    technique = found.technique();
  }

  /** Before it is told of: what is told has its reasons. */
  public void explain(Explainer explainer) {
    worst = worst.explained(explainer);
  }

  /** Remembers what was told last, and when to tell more: at twice as many windows. */
  void announced() {
    told = true;
    windows.told(volume());
    announcedSeverity = severity();
    while (nextUpdate <= windows()) {
      nextUpdate *= 2;
    }
  }

  /** When it was seen, and when it ended. */
  IncidentTimes times() {
    return times;
  }

  /** The same however often it is told. */
  public String id() {
    return id;
  }

  /** Whose it is. */
  public IncidentKey key() {
    return key;
  }

  /** The id of the finding that it goes by. */
  public String finding() {
    return finding;
  }

  /** Null where none is known. */
  public Technique technique() {
    return technique;
  }

  /** The other findings, by id. */
  public List<String> also() {
    return also.stream().filter(name -> !name.equals(finding)).toList();
  }

  /** Lists of known-bad networks that hold its source or target. */
  public List<String> reputation() {
    return List.copyOf(reputation);
  }

  /** Event time of the first flow, epoch milliseconds. */
  public long firstSeen() {
    return times.firstSeen();
  }

  /** Event time of the last, epoch milliseconds. */
  public long lastSeen() {
    return times.lastSeen();
  }

  /** Whether anybody knows of it yet. */
  public boolean isTold() {
    return told;
  }

  /** Whether it has ended. */
  public boolean isClosed() {
    return times.closedAt() != IncidentTimes.NOT_CLOSED;
  }

  /** When it was closed, event time, epoch milliseconds; far off while it is open. */
  public long closedAt() {
    return times.closedAt();
  }

  /** Windows in which something was found. */
  public long windows() {
    return volume().windows();
  }

  /**
   * Windows, flows and bytes of all of it so far. They don't fall while it lasts; what is told of
   * it when it has ended is exact.
   */
  Volume volume() {
    return isClosed() ? windows.sum() : windows.toTell();
  }

  /** It goes on after its end. */
  void reopen() {
    windows.reopen();
    times.reopen();
  }

  /** Most distinct sources of one window. */
  public long sources() {
    return sources;
  }

  /** The highest severity so far, 0 to 100. */
  public int severity() {
    return worst.severity();
  }

  int announcedSeverity() {
    return announcedSeverity;
  }

  long nextUpdate() {
    return nextUpdate;
  }

  /** What was found last. */
  public Detection latest() {
    return latest;
  }

  /** The window that was worst. */
  public Detection worst() {
    return worst;
  }

  /** What it is about, or what most flows of its worst window went to; null where there is none. */
  TargetKey target() {
    return key.target() == null ? worst.target() : key.target();
  }

  /** It in a sentence: the strongest reason, else its finding; and who is known for worse. */
  String headline() {
    String why =
        worst.explanation().reasons().stream().findFirst().map(Reason::text).orElse(finding);
    return reputation.isEmpty() ? why : why + "; known bad: " + String.join(", ", reputation);
  }

  /** The targets that most flows went to. */
  public List<TargetCount> targets(int most) {
    return windows.targets(most);
  }

  /** Writes the version and every field. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeUTF(id);
    key.write(out);
    out.writeUTF(finding);
    DetectionBytes.write(technique, out);
    DetectionBytes.writeTexts(also, out);
    DetectionBytes.writeTexts(reputation, out);
    times.write(out);
    out.writeBoolean(told);
    windows.write(out);
    DetectionBytes.write(latest, out);
    DetectionBytes.write(worst, out);
    out.writeInt(announcedSeverity);
    out.writeLong(nextUpdate);
    out.writeLong(sources);
  }

  /** Reads what {@link #write} wrote; refuses another version by name. */
  public static Incident read(DataInput in) throws IOException {
    UnknownVersionException.check("incident", VERSION, in.readByte());
    Incident read = new Incident(in.readUTF(), IncidentKey.read(in));
    read.finding = in.readUTF();
    read.technique = DetectionBytes.readTechnique(in);
    read.also.addAll(DetectionBytes.readTexts(in));
    read.reputation.addAll(DetectionBytes.readTexts(in));
    read.times = IncidentTimes.read(in);
    read.told = in.readBoolean();
    read.windows = IncidentWindows.read(in);
    read.latest = DetectionBytes.read(in);
    read.worst = DetectionBytes.read(in);
    read.announcedSeverity = in.readInt();
    read.nextUpdate = in.readLong();
    read.sources = in.readLong();
    return read;
  }

  /** An equal one of its own. */
  public Incident copy() {
    return Copies.of(this::write, Incident::read);
  }
}
