package dev.weir.train.report;

import dev.weir.explain.Quantity;
import dev.weir.train.report.Cases.Case;
import dev.weir.train.report.CountryTable.Country;
import dev.weir.train.report.PortTable.Port;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What follows from the findings, each with its evidence.
 *
 * @param filter addresses to deny
 * @param restrict ports to close or to open to few
 * @param monitor what to keep an eye on
 */
record Recommendations(List<Item> filter, List<Item> restrict, List<Item> monitor) {

  private static final int MOST = 12;

  /** One window alone may be chance. */
  private static final int REPEATED = 2;

  /** A port is worth a restriction from so many suspicious flows on... */
  private static final int MIN_FLOWS = 10;

  /** ...and if they are no small part of what goes there. */
  private static final double MIN_SHARE = 0.25;

  /**
   * One recommendation.
   *
   * @param how a command or a sentence on how to do it; may be empty
   */
  record Item(String what, String evidence, String how) {}

  static Recommendations of(
      List<Case> cases, List<SourceTable.Row> sources, List<Port> ports, List<Country> hotSpots) {
    return new Recommendations(filter(cases), restrict(ports), monitor(cases, sources, hotSpots));
  }

  private static List<Item> filter(List<Case> cases) {
    List<Item> items = new ArrayList<>();
    Set<String> denied = new LinkedHashSet<>();
    for (Case of : cases) {
      if (of.control() != null && items.size() < MOST && denied.add(of.control().cidr())) {
        String way = of.control().outbound() ? "traffic to " : "traffic from ";
        String port = of.control().port() < 0 ? "" : " at port " + of.control().port();
        items.add(
            new Item(
                "Deny " + way + of.control().cidr() + port,
                Cases.evidence(of),
                of.control().nftables()));
      }
    }
    return items;
  }

  private static List<Item> restrict(List<Port> ports) {
    return ports.stream()
        .filter(port -> port.critical() && port.suspiciousFlows() >= MIN_FLOWS)
        .filter(port -> port.suspiciousFlows() >= MIN_SHARE * port.flows())
        .sorted(Comparator.comparingLong(Port::suspiciousFlows).reversed())
        .limit(MOST)
        .map(
            port ->
                new Item(
                    "Restrict port " + name(port) + " to those who need it",
                    String.format(
                        Locale.ROOT,
                        "%,d of its %,d flows lie in windows that are labelled anomalous",
                        port.suspiciousFlows(),
                        port.flows()),
                    "Allow it from named networks only, or put it behind a VPN."))
        .toList();
  }

  /** A source that no finding has a name for. */
  private static Item lookInto(SourceTable.Row source) {
    return new Item(
        "Look into " + source.address(),
        String.format(
            Locale.ROOT,
            "%,d anomalous windows, %,d of them above the alert threshold, %s sent, %s back%s",
            source.anomalousWindows(),
            source.alertingWindows(),
            Quantity.bytes(source.bytesIn()),
            Quantity.bytes(source.bytesOut()),
            source.reasons().isEmpty() ? "" : "; " + source.reasons().get(0).text()),
        "No finding has a name for it. Ask its owner; where nobody can explain an address from"
            + " outside, deny it for a while.");
  }

  private static String name(Port port) {
    return port.port() + (port.service().isEmpty() ? "" : " (" + port.service() + ")");
  }

  private static List<Item> monitor(
      List<Case> cases, List<SourceTable.Row> sources, List<Country> hotSpots) {
    List<Item> items = new ArrayList<>();
    Set<String> watched = new LinkedHashSet<>();
    for (Case of : cases) {
      if (of.control() == null && items.size() < MOST && watched.add(of.who())) {
        items.add(new Item("Watch " + of.who(), Cases.evidence(of), of.advice()));
      }
    }
    cases.forEach(of -> watched.add(of.who()));
    sources.stream()
        .filter(source -> source.alertingWindows() >= REPEATED && watched.add(source.address()))
        .limit(MOST)
        .forEach(source -> items.add(lookInto(source)));
    for (Country country : hotSpots) {
      items.add(
          new Item(
              "Watch traffic from " + country.name(),
              String.format(
                  Locale.ROOT,
                  "%,d of its %,d windows are labelled anomalous (%.1f %%)",
                  country.anomalousWindows(),
                  country.windows(),
                  100 * country.anomalousShare()),
              ""));
    }
    return items;
  }
}
