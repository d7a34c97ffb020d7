package dev.weir.bench;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** Lines for whoever waits, each to be seen at once. */
public record Lines(PrintWriter to) implements Consumer<String> {

  @Override
  public void accept(String line) {
    to.println(line);
    to.flush();
  }
}
