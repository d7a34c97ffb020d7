package dev.weir.finding;

import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetKey;
import dev.weir.flow.AddressBits;
import dev.weir.network.Cidr;
import dev.weir.network.SpecialRange;
import java.time.Duration;
import java.util.Optional;

/**
 * Says what to do, and denies only what may be denied: never an address that is private, one's own,
 * shared by many, or allow-listed.
 */
final class Advisor {

  private final Places places;
  private final AllowList allowed;
  private final Duration expiry;

  Advisor(Places places, AllowList allowed, Duration expiry) {
    this.places = places;
    this.allowed = allowed;
    this.expiry = expiry;
  }

  /** What to do about a source, or about whom it calls outside. */
  Advice about(SourceKey source, Match match, Description finding, int port, long windowEnd) {
    boolean outbound = match.direction() == Direction.OUTWARD;
    String who = outbound ? match.target().address() : source.address();
    String refusal = refusal(who);
    if (!refusal.isEmpty()) {
      return new Advice(refusal + ' ' + instead(source) + finding.advice(), null);
    }
    Cidr cidr = Places.cidr(who).orElseThrow();
    long expires = windowEnd + expiry.toMillis();
    Cidr target = outbound ? null : cidr(match.target());
    Control control =
        new Controls(cidr, outbound, port, target, finding.id(), windowEnd, expires).control();
    return new Advice(deny(who, outbound, port) + note(who) + ' ' + finding.advice(), control);
  }

  /**
   * What to do about a host inside that goes for no single target: to deny one would help nobody.
   */
  Advice aboutHost(SourceKey source, Description finding) {
    return new Advice(instead(source) + finding.advice(), null);
  }

  /** What to do where a source's address may be another's, who did nothing. */
  Advice aboutForged(SourceKey source, Description finding) {
    String who = source.address();
    String text =
        places.isInside(who) || Places.isPrivate(who)
            ? "Find the host that sends as " + who + ", which may be forged, and isolate it. "
            : "Do not deny "
                + who
                + ": nothing shows that a connection came about, so the address may be forged."
                + " Limit the rate at the target instead, with SYN cookies where it is TCP. ";
    return new Advice(text + finding.advice(), null);
  }

  /** Of many sources none is worth a denial, and forged ones would hit the wrong. */
  static Advice aboutMany(Description finding) {
    return new Advice(finding.advice(), null);
  }

  private static Cidr cidr(TargetKey target) {
    return target == null ? null : Places.cidr(target.address()).orElse(null);
  }

  private static String deny(String who, boolean outbound, int port) {
    String what = port == SourceFinding.ALL_PORTS ? "" : " at port " + port;
    return outbound
        ? "Deny what goes to " + who + " for now."
        : "Deny what comes from " + who + what + " for now.";
  }

  /** Why an address must not be denied; empty where it may. */
  private String refusal(String who) {
    Optional<Cidr> cidr = Places.cidr(who);
    if (cidr.isEmpty()) {
      return "Find out what " + who + " stands for: it is no address that a filter could deny.";
    }
    if (allowed.allows(who) || allowed.overlaps(cidr.get())) {
      return "Do not deny " + who + ": it is allow-listed.";
    }
    if (places.isInside(who) || Places.isPrivate(who)) {
      return "Do not deny " + who + " as a whole: it is an address of the network's own.";
    }
    if (places.isShared(who)) {
      return "Do not deny " + who + ": many hosts stand behind it. Limit its rate instead.";
    }
    return special(who)
        .filter(range -> !range.isDeniable())
        .map(
            range ->
                "Do not deny "
                    + who
                    + ": it is "
                    + range.text()
                    + ", which no single host has. Find out who uses or forges it.")
        .orElse("");
  }

  private String instead(SourceKey source) {
    return places.isInside(source.address()) || Places.isPrivate(source.address())
        ? "Isolate " + source.address() + " if its owner cannot explain this. "
        : "";
  }

  private static String note(String who) {
    return special(who)
        .map(range -> " It is " + range.text() + ": on a real network it would be forged.")
        .orElse("");
  }

  private static Optional<SpecialRange> special(String who) {
    int slash = who.indexOf('/');
    AddressBits bits = new AddressBits();
    return bits.read(slash < 0 ? who : who.substring(0, slash))
        ? SpecialRange.of(bits)
        : Optional.empty();
  }
}
