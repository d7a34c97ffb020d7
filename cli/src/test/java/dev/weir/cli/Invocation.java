package dev.weir.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/**
 * What the weir command, called in this JVM, said and how it ended.
 *
 * @param exit its exit code
 */
public record Invocation(int exit, String out, String err) {

  /** Calls it; arguments are turned to text. */
  public static Invocation of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine weir = Weir.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exit =
        weir.execute(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
    return new Invocation(exit, out.toString(), err.toString());
  }

  /** The folder of public data beside the repository; it may be missing. */
  public static Path data() {
    return Path.of(System.getProperty("weir.home")).resolve("../shared/data").normalize();
  }
}
