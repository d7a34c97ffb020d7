package dev.weir.cli.traffic;

import java.util.List;

/** All that goes on when nothing is wrong. */
final class Habits {
  private Habits() {}

  static List<Habit> all() {
    return List.of(
        new WebBrowsing(),
        new OfficeServices(),
        new MailTraffic(),
        new Heartbeats(),
        new Monitoring(),
        new Backups(),
        new Updates(),
        new VideoCalls(),
        new Administration(),
        new Builds(),
        new PublicWeb(),
        new Crawlers(),
        new BackgroundNoise());
  }
}
