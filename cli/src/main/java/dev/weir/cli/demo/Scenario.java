package dev.weir.cli.demo;

import dev.weir.cli.traffic.AttackLabel;
import dev.weir.flow.LogOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * What a demo trains on and what it replays.
 *
 * @param history files to train on
 * @param live files to replay
 * @param speed times real time
 * @param labels what is planted in the live traffic
 */
record Scenario(
    LogOptions log, Path history, Path live, double speed, List<AttackLabel> labels) {}
