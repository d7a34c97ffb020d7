package dev.weir.cli.cluster;

import dev.weir.cli.Home;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Submits a job to a cluster as Flink's own client does. */
@Command(
    name = "submit",
    description = {
      "Submit a job to a Flink cluster, as 'flink run -d' would, and print its id.",
      "The job's own options follow after --."
    })
public final class SubmitCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Mixin private JobManagerAddress jobManager;

  @Option(
      names = "--jar",
      paramLabel = "JAR",
      description = "The job's jar. Default: Weir's detection job")
  private Path jar;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Parallelism of the job, unless its own option says otherwise.")
  private Integer parallelism;

  @Option(
      names = "--from-savepoint",
      paramLabel = "PATH",
      description = "Go on from this savepoint or checkpoint.")
  private String savepoint;

  @Parameters(paramLabel = "JOB-OPTION", description = "Options of the job, after --.")
  private List<String> arguments = List.of();

  /** For picocli. */
  public SubmitCommand() {}

  @Override
  public void run() {
    Path job = jar == null ? Home.jobJar() : jar;
    JobJar.require(job);
    FlinkRest rest = jobManager.rest();
    rest.overview();
    PrintWriter err = spec.commandLine().getErr();
    String id =
        new FlinkClient(ClusterFolder.ofUser(), err)
            .submit(rest.address(), job, parallelism, savepoint, arguments);
    err.println("Submitted to http://" + rest.address() + "/#/job/running/" + id);
    err.flush();
    PrintWriter out = spec.commandLine().getOut();
    out.println(id);
    out.flush();
  }
}
