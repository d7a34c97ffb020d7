package dev.weir.network;

import dev.weir.flow.OnOff;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What the user says about the network that the logs come from; the same names in every command and
 * in the job.
 */
public final class NetworkOptions implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MAX_IPV6_PREFIX = 128;

  @Spec(Spec.Target.MIXEE)
  private transient CommandSpec spec;

  @Option(
      names = "--network",
      paramLabel = "FILE",
      converter = NetworkConverter.class,
      description =
          "What is known of the network, in YAML: internal, shared, scanners, middleboxes,"
              + " interfaces. Default: private addresses are internal")
  private NamedNetwork network;

  @Option(
      names = "--orientation",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Turn one-way records to their initiators; off takes them as written."
              + " Default: ${DEFAULT-VALUE}")
  private OnOff orientation = OnOff.ON;

  @Option(
      names = "--single-vantage",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Count a flow that both of its interfaces log where it leaves only."
              + " Default: ${DEFAULT-VALUE}")
  private OnOff singleVantage = OnOff.ON;

  @Option(
      names = "--nat",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Packet addresses win over those at the interface, where a log has both."
              + " Default: ${DEFAULT-VALUE}")
  private OnOff nat = OnOff.ON;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      defaultValue = "account",
      description =
          "What tells equal private addresses apart: account, or vpc (the account where a log names"
              + " no VPC). Default: ${DEFAULT-VALUE}")
  private Scope scope = Scope.ACCOUNT;

  @Option(
      names = "--geo.mmdb",
      paramLabel = "FILE",
      description =
          "Countries of sources where a log has none: a country database in MaxMind's format, which"
              + " has to be there wherever flows are read. Default: none")
  private String geography;

  private int ipv6Prefix = NetworkSettings.DEFAULT.ipv6Prefix();

  /** Null where each vantage learns by itself. */
  private transient Interfaces learning;

  /** Null where nothing was learned beforehand. */
  private Map<String, Set<String>> learned;

  /** For picocli. */
  public NetworkOptions() {}

  private NetworkOptions(NetworkOptions other) {
    spec = other.spec;
    network = other.network;
    orientation = other.orientation;
    singleVantage = other.singleVantage;
    nat = other.nat;
    scope = other.scope;
    geography = other.geography;
    ipv6Prefix = other.ipv6Prefix;
  }

  /**
   * The same, but for vantages that learn of interfaces together: those of one thread that reads
   * files of the same network.
   */
  public NetworkOptions learningTogether() {
    NetworkOptions copy = new NetworkOptions(this);
    copy.learning = new Interfaces(network());
    return copy;
  }

  /**
   * The same, but for vantages that know what those of {@link #learningTogether} have learned by
   * now, and learn no more: what they make of a record depends on no other.
   */
  public NetworkOptions learned() {
    NetworkOptions copy = new NetworkOptions(this);
    copy.learned = Map.copyOf(learning.learned());
    return copy;
  }

  /** Options of the network that a file describes, with everything else at its default. */
  public static NetworkOptions ofFile(Path file) {
    NetworkOptions options = new NetworkOptions();
    options.network = new NamedNetwork(file.toString(), NetworkFile.read(file));
    return options;
  }

  /** Refuses a prefix that no address has. */
  @Option(
      names = "--ipv6-prefix",
      paramLabel = "N",
      defaultValue = "64",
      description =
          "Bits that IPv6 sources from outside are counted together by, 1 to 128; 128 counts each"
              + " address. Default: ${DEFAULT-VALUE}")
  void setIpv6Prefix(int bits) {
    if (bits < 1 || bits > MAX_IPV6_PREFIX) {
      throw new ParameterException(spec.commandLine(), "--ipv6-prefix must be 1 to 128");
    }
    ipv6Prefix = bits;
  }

  /** What is known of the network. */
  public Network network() {
    Network told = network == null ? Network.DEFAULT : network.network();
    return learned == null ? told : told.withLearned(learned);
  }

  /** How flows are placed. */
  public NetworkSettings settings() {
    return new NetworkSettings(
        orientation.isOn(),
        singleVantage.isOn(),
        nat.isOn(),
        scope,
        ipv6Prefix,
        network().digest());
  }

  /**
   * A vantage for a decoder.
   *
   * @throws dev.weir.flow.UserException where the file of countries is none
   */
  public Vantage vantage() {
    return new Vantage(
        network(),
        settings(),
        learning == null ? new Interfaces(network()) : learning,
        geography == null ? null : Geography.of(Path.of(geography)));
  }

  /** The same options as a command line writes them. */
  public List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--orientation=" + orientation,
                "--single-vantage=" + singleVantage,
                "--nat=" + nat,
                "--scope=" + scope,
                "--ipv6-prefix=" + ipv6Prefix));
    if (geography != null) {
      arguments.add("--geo.mmdb=" + geography);
    }
    if (network != null) {
      arguments.add("--network=" + network.file());
    }
    return arguments;
  }
}
