package dev.weir.cli.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A broker's key and the list of whom clients trust, made by the JDK's own tool. */
record KeyStores(Path key, Path trust) {

  static final String PASSWORD = "not-a-secret";

  /** For the loopback interface. */
  static KeyStores in(Path folder) throws IOException, InterruptedException {
    KeyStores stores = new KeyStores(folder.resolve("key.p12"), folder.resolve("trust.p12"));
    Path certificate = folder.resolve("broker.crt");
    keytool(
        stores.key,
        List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=broker", "-validity", "2"),
        List.of("-ext", "SAN=IP:127.0.0.1"));
    keytool(stores.key, List.of("-exportcert", "-file", certificate.toString()));
    keytool(stores.trust, List.of("-importcert", "-noprompt", "-file", certificate.toString()));
    return stores;
  }

  @SafeVarargs
  private static void keytool(Path store, List<String>... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    for (List<String> some : arguments) {
      command.addAll(some);
    }
    Collections.addAll(command, "-alias", "broker", "-storetype", "PKCS12");
    Collections.addAll(command, "-storepass", PASSWORD, "-keystore", store.toString());
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException("keytool ended with " + code + ": " + command);
    }
  }
}
