package dev.weir.cli.docs;

import dev.weir.cli.Weir;
import dev.weir.command.Commands;
import dev.weir.job.DetectionJob;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes docs/options.md from the commands themselves. */
final class OptionsPage {

  private static final Pattern DEFAULT = Pattern.compile("(.*?) *Default: (.*?)\\.?");

  private static final String HEAD =
      """
      # Options

      Generated from the commands by `OptionsReferenceTest`, which fails where this page is not \
      current. To write it anew:

          mvn -q test -pl cli -am -Dquick -Dtest=OptionsReferenceTest \
      -Dsurefire.failIfNoSpecifiedTests=false -Dweir.docs.write=true

      Durations are a whole number and one of ms, s, m, h and d: `500ms`, `60s`, `10m`, `1h`, `7d`. \
      An option's value follows after `=` or a blank. Every command knows `--help` and `--version`, \
      and `--verbose`, which shows the stack trace of a failure; the two jars know the first two. \
      Exit codes: 0 done, 1 failed, 2 called wrongly.

      `scripts/weir` reads three variables of the environment:

      | variable | default | |
      |---|---|---|
      | `JAVA_HOME` | the `java` on the PATH | the JDK to build and run with |
      | `WEIR_JAVA_OPTS` | | further options for the JVM, such as `-Xmx6g`; the heap is 3 GB without |
      | `WEIR_CLUSTER_DIR` | `target/cluster` | where `weir cluster` keeps its files |

      `bin/weir` of a release reads them too, and `WEIR_STATE_DIR`, where logs and the cluster's \
      files go: `$XDG_STATE_HOME/weir`, else `~/.local/state/weir`.
      """;

  private final StringBuilder out = new StringBuilder(HEAD);

  private OptionsPage() {}

  /** The whole page. */
  static String render() {
    OptionsPage page = new OptionsPage();
    page.subcommands(Weir.commandLine());
    page.command(
        Commands.commandLine(new DetectionJob()).getCommandSpec(),
        "The job's jar",
        "`flink-job/target/flink-job-*-job.jar`, as `flink run` and `weir submit` take it.");
    page.out.append(
        """

        ## The trainer's jar

        `java -jar model-trainer/target/model-trainer-*-standalone.jar` has the options of \
        [weir train](#weir-train).
        """);
    return page.out.toString();
  }

  private void subcommands(CommandLine parent) {
    for (CommandLine command : parent.getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      command(spec, spec.qualifiedName(), text(spec.usageMessage().description()));
      subcommands(command);
    }
  }

  private void command(CommandSpec spec, String title, String description) {
    out.append("\n## ").append(title).append("\n\n").append(description).append('\n');
    List<OptionSpec> options = spec.options().stream().filter(OptionsPage::isOwn).toList();
    if (options.isEmpty() && spec.positionalParameters().isEmpty()) {
      return;
    }
    out.append("\n| option | default | |\n|---|---|---|\n");
    for (PositionalParamSpec positional : spec.positionalParameters()) {
      row(positional.paramLabel(), positional);
    }
    for (OptionSpec option : options) {
      row(name(option), option);
    }
  }

  private static boolean isOwn(OptionSpec option) {
    return !option.hidden() && !option.inherited() && !option.usageHelp() && !option.versionHelp();
  }

  private static String name(OptionSpec option) {
    if (option.arity().max() == 0) {
      return option.longestName();
    }
    String several = option.splitRegex().isEmpty() ? "" : ",…";
    String more = option.arity().max() > 1 ? "…" : "";
    return option.longestName() + " " + option.paramLabel() + several + more;
  }

  private void row(String name, ArgSpec spec) {
    String text = text(spec.description());
    Matcher parts = DEFAULT.matcher(text);
    boolean hasDefault = parts.matches();
    String meaning = hasDefault ? parts.group(1) : text;
    String value = hasDefault ? parts.group(2) : without(spec);
    out.append("| `").append(cell(name)).append("` | ");
    out.append(cell(value.length() > 60 ? value.replace(",", ", ") : value)).append(" | ");
    out.append(cell(meaning)).append(" |\n");
  }

  private static String without(ArgSpec spec) {
    if (!spec.required()) {
      return "";
    }
    if (spec.group() == null) {
      return "required";
    }
    return spec.group().requiredArgs().stream()
        .filter(other -> other != spec)
        .map(other -> "goes with `" + ((OptionSpec) other).longestName() + "`")
        .collect(Collectors.joining(", "));
  }

  private static String text(String[] lines) {
    return String.join(" ", lines).replace("<", "&lt;");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
