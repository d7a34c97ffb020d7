package dev.weir.cli.cluster;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What one command tells the next about the cluster that it started.
 *
 * @param port of the JobManager's REST interface and web UI
 */
record ClusterState(int port, List<ClusterProcess> processes) {

  ClusterState {
    processes = List.copyOf(processes);
  }

  /** The state that a command left, if one did. */
  static Optional<ClusterState> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Properties p = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      p.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    List<ClusterProcess> processes = new ArrayList<>();
    for (int i = 0; p.containsKey(i + ".pid"); i++) {
      processes.add(
          new ClusterProcess(
              p.getProperty(i + ".role"),
              Long.parseLong(p.getProperty(i + ".pid")),
              Long.parseLong(p.getProperty(i + ".started"))));
    }
    return Optional.of(new ClusterState(Integer.parseInt(p.getProperty("port")), processes));
  }

  void write(Path file) {
    Properties p = new Properties();
    p.setProperty("port", Integer.toString(port));
    for (int i = 0; i < processes.size(); i++) {
      ClusterProcess process = processes.get(i);
      p.setProperty(i + ".role", process.role());
      p.setProperty(i + ".pid", Long.toString(process.pid()));
      p.setProperty(i + ".started", Long.toString(process.started()));
    }
    try (Writer out = Files.newBufferedWriter(file)) {
      p.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  ClusterState with(ClusterProcess process) {
    List<ClusterProcess> more = new ArrayList<>(processes);
    more.add(process);
    return new ClusterState(port, more);
  }

  /** Whether any of the processes runs. */
  boolean isAlive() {
    return processes.stream().anyMatch(process -> process.alive().isPresent());
  }
}
