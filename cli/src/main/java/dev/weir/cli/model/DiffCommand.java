package dev.weir.cli.model;

import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says in what two models differ. */
@Command(
    name = "diff",
    description =
        "Say in what two models differ. Exit codes as of diff: 0 where they are equal, 1 where they"
            + " differ, 2 where one cannot be read.",
    exitCodeOnExecutionException = DiffCommand.TROUBLE)
final class DiffCommand implements Callable<Integer> {

  static final int TROUBLE = 2;
  private static final int DIFFERENT = 1;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "MODEL", description = "What 'weir train' wrote.")
  private Path before;

  @Parameters(index = "1", paramLabel = "OTHER", description = "What it wrote another time.")
  private Path after;

  @Option(names = "--json", description = "Print one JSON object with all that differs.")
  private boolean json;

  /** For picocli. */
  DiffCommand() {}

  @Override
  public Integer call() {
    Model one = ModelFile.read(before);
    Model other = ModelFile.read(after);
    List<Difference> differences = ModelDifferences.between(one, other);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(text(Difference.toJson(one.id(), other.id(), differences)));
    } else if (differences.isEmpty()) {
      out.println("equal     both are " + one.id());
    } else {
      out.println("models    " + one.id() + " and " + other.id());
      differences.forEach(out::println);
      if (Difference.sameForests(differences)) {
        out.println("forests   equal: windows get the scores that they got");
      }
    }
    out.flush();
    return differences.isEmpty() ? 0 : DIFFERENT;
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
