package dev.weir.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What an incident's alerts tell of windows, flows and bytes, as it goes on. */
class IncidentTotalsLawsTest {

  private static final int BYTES_EACH = 1_000;

  private final Incidents incidents = new Incidents(new IncidentSettings(0, 0, 1, 1, 0));

  /**
   * A window of an incident: it is looked at whenever flows have come, and at its end, where there
   * need be nothing to find.
   *
   * @param flows that each look finds more than the one before it
   * @param ends whether its end finds anything
   * @param ahead whether the first look comes before the end of the window before
   */
  record Window(List<Integer> flows, boolean ends, boolean ahead) {

    int sum(int looks) {
      return flows.subList(0, looks).stream().mapToInt(Integer::intValue).sum();
    }
  }

  @Provide
  Arbitrary<List<Window>> windows() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 1_000).list().ofMinSize(1).ofMaxSize(3),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(Window::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(14);
  }

  /** As the job takes them: looks at once, ends in the order of windows. */
  private static List<Found> inOrder(List<Window> windows, int minutes) {
    List<Found> found = new ArrayList<>();
    for (int minute = 0; minute < windows.size(); minute++) {
      Window window = windows.get(minute);
      for (int look = window.ahead() && minute > 0 ? 2 : 1; look <= window.flows().size(); look++) {
        found.add(seen(minute, minutes, window.sum(look)).early(window.sum(look)));
      }
      if (minute + 1 < windows.size() && windows.get(minute + 1).ahead()) {
        int flows = windows.get(minute + 1).sum(1);
        found.add(seen(minute + 1, minutes, flows).early(flows));
      }
      if (window.ends()) {
        found.add(seen(minute, minutes, window.sum(window.flows().size())));
      }
    }
    return found;
  }

  private static Found seen(int minute, int minutes, int flows) {
    return Found.inWindow(minute)
        .lasting(minutes)
        .with(flows)
        .bytes((double) BYTES_EACH * flows, minute % 2 == 0 ? Double.NaN : flows);
  }

  @Property
  void whatIsToldOnlyGrowsAndInTheEndIsTheSumOfAllWindows(@ForAll("windows") List<Window> windows) {
    Volume all = told(inOrder(windows, 1));

    assertThat(all.windows()).isEqualTo(windows.size());
    assertThat(all.flows())
        .isEqualTo(windows.stream().mapToLong(window -> window.sum(window.flows().size())).sum());
  }

  @Property
  void ofWindowsThatOverlapItOnlyGrowsAsWell(
      @ForAll("windows") List<Window> windows, @ForAll @IntRange(min = 2, max = 5) int minutes) {
    Volume all = told(inOrder(windows, minutes));

    assertThat(all.windows()).isEqualTo(windows.size());
    assertThat(all.flows())
        .isLessThanOrEqualTo(
            windows.stream().mapToLong(window -> window.sum(window.flows().size())).sum());
  }

  /** What it comes to in the end; what is told on the way only grows. */
  private Volume told(List<Found> all) {
    Incident incident = null;
    Volume before = Volume.NONE;
    for (Found found : all) {
      Incidents.Outcome outcome = incidents.detect(incident, found.get());
      incident = outcome.incident();
      Volume now = incident.volume();
      assertThat(now.bytesIn()).isEqualTo((double) BYTES_EACH * now.flows());
      if (outcome.status() != null) {
        assertThat(now.windows()).isGreaterThanOrEqualTo(before.windows());
        assertThat(now.flows()).isGreaterThanOrEqualTo(before.flows());
        assertThat(now.bytesOut() < before.bytesOut()).isFalse();
        before = now;
      }
    }
    return incident.volume();
  }

  /**
   * What the end of a window finds, and when it was looked at before.
   *
   * @param opens whether it opens an incident; where it doesn't, no look finds anything
   * @param looks how many windows before that of its end each look comes
   */
  record Ending(boolean opens, int flows, List<Integer> looks) {}

  @Provide
  Arbitrary<List<Ending>> endings() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.integers().between(10, 1_000),
            Arbitraries.integers().between(0, 5).list().ofMaxSize(4))
        .as(Ending::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(14);
  }

  @Property
  void anIncidentEndsAsIfItsWindowsHadNotBeenLookedAtWhenever(
      @ForAll("endings") List<Ending> endings, @ForAll @IntRange(min = 1, max = 4) int minutes) {
    Incident seen = ended(withLooks(endings, minutes));
    Incident unseen = ended(endsOnly(endings, minutes));

    if (unseen == null) {
      assertThat(seen).isNull();
      return;
    }
    assertThat(seen.volume()).isEqualTo(unseen.volume());
    assertThat(seen.targets(10)).isEqualTo(unseen.targets(10));
    assertThat(seen.firstSeen()).isEqualTo(unseen.firstSeen());
    assertThat(seen.lastSeen()).isEqualTo(unseen.lastSeen());
    assertThat(seen.severity()).isEqualTo(unseen.severity());
  }

  private static List<Found> endsOnly(List<Ending> endings, int minutes) {
    List<Found> found = new ArrayList<>();
    for (int minute = 0; minute < endings.size(); minute++) {
      found.add(end(endings.get(minute), minute, minutes));
    }
    return found;
  }

  private static Found end(Ending ending, int minute, int minutes) {
    Found found = seen(minute, minutes, ending.flows());
    return ending.opens() ? found : found.weak();
  }

  private static List<Found> withLooks(List<Ending> endings, int minutes) {
    List<Found> found = new ArrayList<>();
    for (int now = -5; now < endings.size(); now++) {
      for (int minute = Math.max(0, now); minute < endings.size(); minute++) {
        Ending ending = endings.get(minute);
        for (int look = 0; ending.opens() && look < ending.looks().size(); look++) {
          if (minute - ending.looks().get(look) == now) {
            int flows = ending.flows() - look;
            found.add(seen(minute, minutes, flows).early(flows));
          }
        }
      }
      if (now >= 0) {
        found.add(end(endings.get(now), now, minutes));
      }
    }
    return found;
  }

  private Incident ended(List<Found> all) {
    Incident incident = null;
    for (Found found : all) {
      incident = incidents.detect(incident, found.get()).incident();
    }
    return incident == null ? null : incidents.elapse(incident, Long.MAX_VALUE).incident();
  }

  @Example
  void aWindowWhoseEndFoundNothingCountsAsItWasSeen() {
    Incident incident = incidents.detect(null, Found.inWindow(0).early(100).get()).incident();

    incident = incidents.detect(incident, Found.inWindow(1).get()).incident();

    assertThat(incident.windows()).isEqualTo(2);
    assertThat(incident.volume().flows()).isEqualTo(140);
    assertThat(incident.targets(1).get(0).flows()).isEqualTo(140);
  }
}
