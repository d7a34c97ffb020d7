package dev.weir.cli.traffic;

/**
 * Something that hosts are used to doing. What it does in a minute depends on the network and on
 * that minute alone, and nothing that it begins starts before the minute.
 */
@FunctionalInterface
interface Habit {

  /** Exports the conversations that begin in the minute, the longest of them an hour. */
  void act(Minute minute, Exporter out);
}
