package dev.weir.alert;

import dev.weir.finding.Detection;
import dev.weir.finding.Level;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What becomes of detections: when an incident opens, what is told of it while it lasts, and when
 * it closes. Told are its opening, its 2nd, 4th, 8th … window, a severity that has risen by {@link
 * #NOTABLE_RISE} or a level, a name for what was merely unusual, and its end.
 *
 * <p>Holds no state: an incident goes in and comes out.
 */
public final class Incidents {

  /** Smaller rises of the severity wait for the next alert. */
  static final int NOTABLE_RISE = 10;

  private final IncidentSettings settings;

  /** By those settings. */
  public Incidents(IncidentSettings settings) {
    this.settings = settings;
  }

  /**
   * What came of a detection or of time going by.
   *
   * @param incident as it is now; null where there is none, or none any more
   * @param status of the alert to send; null where there is nothing to tell
   * @param reason of a closing; null of other alerts
   */
  public record Outcome(Incident incident, Status status, CloseReason reason) {

    static Outcome quiet(Incident incident) {
      return new Outcome(incident, null, null);
    }

    static Outcome tell(Incident incident, Status status) {
      incident.announced();
      return new Outcome(incident, status, null);
    }
  }

  /**
   * Something was found.
   *
   * @param known the incident of its {@link IncidentKey}; null where there is none
   */
  public Outcome detect(Incident known, Detection found) {
    boolean opens = found.opens() && found.severity() >= settings.minSeverity();
    if (known == null) {
      return opens ? first(Incident.of(id(found), found)) : Outcome.quiet(null);
    }
    if (!known.isTold()) {
      known.take(found);
      if (!opens) {
        return Outcome.quiet(known);
      }
      named(known, found);
      return first(known);
    }
    if (known.isClosed()) {
      if (!opens) {
        return Outcome.quiet(known);
      }
      known.reopen();
      known.take(found);
      return Outcome.tell(known, Status.OPEN);
    }
    boolean more = known.take(found);
    boolean renamed = opens && named(known, found);
    return more || renamed || isDue(known)
        ? Outcome.tell(known, Status.UPDATE)
        : Outcome.quiet(known);
  }

  /** What passes within a window may be chance, unless it is bad enough to be told all the same. */
  private Outcome first(Incident incident) {
    boolean sure = incident.severity() >= settings.sureSeverity() || incident.windows() > 1;
    return sure ? Outcome.tell(incident, Status.OPEN) : Outcome.quiet(incident);
  }

  private static boolean named(Incident known, Detection found) {
    if (!known.finding().equals(Detection.UNUSUAL_BEHAVIOUR) || !found.isNamed()) {
      return false;
    }
    known.rename(found);
    return true;
  }

  private static boolean isDue(Incident known) {
    int rise = known.severity() - known.announcedSeverity();
    return known.windows() >= known.nextUpdate()
        || rise >= NOTABLE_RISE
        || Level.of(known.severity()) != Level.of(known.announcedSeverity());
  }

  /**
   * When {@link #elapse} wants to be asked: event time, epoch milliseconds. Nothing that comes
   * later changes the answer before then, but a detection may put it off.
   */
  public long wakeAt(Incident known) {
    if (known.isClosed()) {
      return known.closedAt() + settings.memory();
    }
    return quietUntil(known) + settings.hindsight();
  }

  private long quietUntil(Incident known) {
    return known.times().quietSince() + quiet(known);
  }

  /** The next window of what is looked at rarely must be able to come. */
  private long quiet(Incident known) {
    long window = known.latest().windowEnd() - known.latest().windowStart();
    return Math.max(settings.quiet(), window);
  }

  /**
   * Puts off the end of what may have gone on unseen: an open incident's quiet period begins anew
   * with the end of a gap that it would reach over.
   *
   * @param blind when a part of the network was not seen, by its name in {@link BlindSpots}; gives
   *     null where nothing is known
   */
  public void overlook(Incident known, Function<String, BlindTimes> blind) {
    if (known.isClosed()) {
      return;
    }
    IncidentTimes times = known.times();
    List<BlindTimes> gaps =
        BlindSpots.of(known).stream().map(blind).filter(Objects::nonNull).toList();
    long since;
    do {
      since = times.quietSince();
      gaps.forEach(gap -> times.notSeenUntil(gap.seenSince(times.quietSince(), quiet(known))));
    } while (times.quietSince() > since);
  }

  /**
   * Time went by.
   *
   * @param time event time, epoch milliseconds; {@link Long#MAX_VALUE} at the input's end
   */
  public Outcome elapse(Incident known, long time) {
    if (time < wakeAt(known)) {
      return Outcome.quiet(known);
    }
    if (known.isClosed() || !known.isTold()) {
      return Outcome.quiet(null);
    }
    boolean ended = time == Long.MAX_VALUE;
    known.times().closeAt(ended ? known.times().activeUntil() : quietUntil(known));
    known.announced();
    return new Outcome(known, Status.CLOSE, ended ? CloseReason.INPUT_ENDED : CloseReason.QUIET);
  }

  /**
   * Of whose incident it is, and of the stretch of time, as long as the memory of incidents, in
   * which it opens: whoever opens another one later does so after that memory, and in another
   * stretch. So it hardly matters which of its first windows was told of first, which a look at an
   * open window may change.
   */
  private String id(Detection found) {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    try {
      DataOutputStream out = new DataOutputStream(name);
      IncidentKey.of(found).write(out);
      out.writeLong(Math.floorDiv(found.windowStart(), Math.max(1, settings.memory())));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.toByteArray());
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
