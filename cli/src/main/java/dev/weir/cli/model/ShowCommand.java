package dev.weir.cli.model;

import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a model knows. */
@Command(
    name = "show",
    description = "Say what a model was made from, what it sees and what it takes for normal.")
final class ShowCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "What 'weir train' wrote.")
  private Path path;

  @Option(
      names = "--json",
      description = "Print one JSON object, with the quantiles of every feature.")
  private boolean json;

  /** For picocli. */
  ShowCommand() {}

  @Override
  public void run() {
    Model model = ModelFile.read(path);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new String(ModelJson.toBytes(model), StandardCharsets.UTF_8));
    } else {
      new ModelText(model).lines().forEach(out::println);
    }
    out.flush();
  }
}
