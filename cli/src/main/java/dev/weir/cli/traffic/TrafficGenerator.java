package dev.weir.cli.traffic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Flows in the order in which exporters emit them, which is that of their event times but for
 * {@link Exporter#MAX_DELAY_MILLIS}. Plans a minute at a time, so that its memory does not depend
 * on how long it goes on. Not thread-safe.
 */
final class TrafficGenerator implements Iterator<TrafficFlow> {
  /** Before the start so much is planned and left out: for what is under way by then. */
  private static final long WARM_UP = Clock.HOUR;

  private final TrafficOptions options;
  private final Network network;
  private final List<Habit> habits = Habits.all();
  private final AttackSchedule schedule;
  private final EmissionQueue<TrafficFlow> queue;
  private final Exporter exporter;
  private final List<PlantedAttack> running = new ArrayList<>();
  private long plannedBlocks;

  TrafficGenerator(TrafficOptions options) {
    this.options = options;
    network = Network.of(options.seed(), options.workstations());
    schedule = new AttackSchedule(network, options.startMillis(), options.attackRate());
    queue = new EmissionQueue<>(options.startMillis() - WARM_UP);
    exporter = new Exporter(options.startMillis(), options.endMillis(), queue);
  }

  /** The attacks that begin in this traffic before {@code until}, by their beginning. */
  List<AttackLabel> labels(long until) {
    List<AttackLabel> labels = new ArrayList<>();
    long end = Math.min(until, options.endMillis());
    for (long n = 0;
        options.attacks() && options.startMillis() + n * AttackSchedule.BLOCK < end;
        n++) {
      for (PlantedAttack attack : schedule.block(n)) {
        if (attack.start() < end) {
          labels.add(attack.label(options.endMillis()));
        }
      }
    }
    return labels;
  }

  Network network() {
    return network;
  }

  @Override
  public boolean hasNext() {
    while (!queue.hasReady() && (planning() || queue.hasWaiting())) {
      nextMinute();
    }
    return queue.hasReady();
  }

  @Override
  public TrafficFlow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return queue.poll();
  }

  private boolean planning() {
    return queue.currentMillis() < options.endMillis();
  }

  private void nextMinute() {
    if (planning()) {
      long start = queue.currentMillis();
      Minute minute = new Minute(network, start, Desk.on(network, start));
      for (Habit habit : habits) {
        habit.act(minute, exporter);
      }
      if (options.attacks() && start >= options.startMillis()) {
        attack(start);
      }
    }
    queue.closeMinute();
  }

  private void attack(long start) {
    long until = start + Clock.MINUTE;
    if (options.startMillis() + plannedBlocks * AttackSchedule.BLOCK < until) {
      running.addAll(schedule.block(plannedBlocks));
      plannedBlocks++;
    }
    for (PlantedAttack attack : running) {
      attack.advance(until, exporter);
    }
    running.removeIf(attack -> attack.end() <= start);
  }
}
