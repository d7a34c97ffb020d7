package dev.weir.bench.forest;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** scikit-learn's own isolation forest, where some python3 on the PATH has it. */
final class ScikitLearn {

  private final Path python;
  private final String version;

  private ScikitLearn(Path python, String version) {
    this.python = python;
    this.version = version;
  }

  /** The first python3 on the PATH that can import it. */
  static Optional<ScikitLearn> find() throws IOException, InterruptedException {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path python = Path.of(folder, "python3");
      if (Files.isExecutable(python)) {
        String version = run(python, "import sklearn; print(sklearn.__version__)", new byte[0]);
        if (!version.isBlank()) {
          return Optional.of(new ScikitLearn(python, version.strip()));
        }
      }
    }
    return Optional.empty();
  }

  String version() {
    return version;
  }

  /**
   * Rows per second of CPU time, scored in large batches by a forest of its own: as many trees of
   * as many rows, drawn from the rows that the others were grown from. Its trees may be higher.
   */
  double rowsPerSecond(Grown grown) throws IOException, InterruptedException {
    String script;
    try (InputStream in = ScikitLearn.class.getResourceAsStream("scikit_learn.py")) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String trees = String.valueOf(grown.trees().size());
    String answer =
        run(
            python,
            script,
            bytes(grown.training(), grown.rows()),
            trees,
            String.valueOf(grown.subsample()),
            String.valueOf(grown.columns()),
            String.valueOf(grown.training().length));
    return answer.isBlank() ? Double.NaN : Double.parseDouble(answer.strip());
  }

  private static byte[] bytes(double[][]... tables) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (double[][] rows : tables) {
      for (double[] row : rows) {
        for (double value : row) {
          out.writeDouble(value);
        }
      }
    }
    return bytes.toByteArray();
  }

  /** What the script prints; nothing where it fails. */
  private static String run(Path python, String script, byte[] input, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(python.toString(), "-c", script);
    builder.command().addAll(List.of(arguments));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    for (String threads : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")) {
      builder.environment().put(threads, "1");
    }
    Process process = builder.start();
    try (var out = process.getOutputStream()) {
      out.write(input);
    } catch (IOException e) {
      // It ended without reading; its exit code says why.
    }
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? answer : "";
  }
}
