package dev.weir.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.finding.Kind;
import dev.weir.flow.Gap;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlindSpotsTest {

  private static final Incidents INCIDENTS =
      new Incidents(new IncidentSettings(0, 0, 60_000, 60_000, 0));

  @Test
  void aGapOfKnownAddressesConcernsWhoeverHasThem() {
    Gap source = gap("", "203.0.113.7");
    Gap target = gap("other", "10.0.0.9");
    Gap nobody = gap("", "10.0.0.8");

    Incident incident = incident(Found.inWindow(0));

    assertThat(meet(source, incident)).isTrue();
    assertThat(meet(target, incident)).isTrue();
    assertThat(meet(nobody, incident)).isFalse();
  }

  @Test
  void oneOfUnknownAddressesConcernsItsScopeAndWhoeverMayBeInIt() {
    Incident outside = incident(Found.inWindow(0));
    Incident inside = incident(Found.inWindow(0).in("account"));
    Incident ofTarget = incident(Found.inWindow(0).of(Kind.TARGET));
    for (Incident incident : List.of(outside, inside, ofTarget)) {
      assertThat(meet(gap("account"), incident)).isTrue();
      assertThat(meet(gap(""), incident)).isTrue();
    }
    assertThat(meet(gap("other"), outside)).isTrue();
    assertThat(meet(gap("other"), ofTarget)).isTrue();
    assertThat(meet(gap("other"), inside)).isFalse();
  }

  @Test
  void whatIsEverywhereConcernsAllButTheModel() {
    for (Kind kind : Kind.values()) {
      boolean concerned =
          !Collections.disjoint(
              BlindSpots.of(incident(Found.inWindow(0).of(kind))), BlindSpots.EVERYWHERE);
      assertThat(concerned).isEqualTo(kind != Kind.MODEL);
    }
    assertThat(BlindSpots.of(incident(Found.inWindow(0).in("account"))))
        .containsAnyElementsOf(BlindSpots.EVERYWHERE);
  }

  @Test
  void anInterfaceWithTooManyAddressesIsKnownByItsScope() {
    String[] many =
        IntStream.rangeClosed(0, Gap.MOST_ADDRESSES)
            .mapToObj(i -> "10.0.1." + i)
            .toArray(String[]::new);

    assertThat(BlindSpots.of(gap("account", many))).isEqualTo(BlindSpots.of(gap("account")));
  }

  private static Incident incident(Found found) {
    return INCIDENTS.detect(null, found.get()).incident();
  }

  private static boolean meet(Gap gap, Incident incident) {
    return !Collections.disjoint(BlindSpots.of(gap), BlindSpots.of(incident));
  }

  private static Gap gap(String scope, String... addresses) {
    return new Gap(scope, List.of(addresses), 0, 1);
  }
}
