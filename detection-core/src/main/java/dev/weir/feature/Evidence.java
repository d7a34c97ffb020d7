package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * What a person wants to see of a source's window beside its features. Bounded, and the same in
 * whatever order flows came: of many targets some are left out by their hash, not by chance.
 * Immutable; lists and maps are made when they are asked for, since few windows are ever looked at.
 */
public final class Evidence {

  /** Of a window of which nothing is kept. */
  public static final Evidence NONE =
      new Evidence(new TargetTally(), List.of(), 0, null, null, 0, 0, null);

  private final TargetTally targets;

  /** Beside those of the tally. */
  private final List<TargetCount> heavy;

  private final long otherTargets;
  private final NameTally countries;
  private final NameTally rules;
  private final long failedAddresses;
  private final long failedPorts;
  private final LoginTries logins;

  /** Of tallies to which nothing is added any more. */
  Evidence(
      TargetTally targets,
      List<TargetCount> heavy,
      long otherTargets,
      NameTally countries,
      NameTally rules,
      long failedAddresses,
      long failedPorts,
      LoginTries logins) {
    this.targets = targets;
    this.heavy = heavy;
    this.otherTargets = otherTargets;
    this.countries = countries;
    this.rules = rules;
    this.failedAddresses = failedAddresses;
    this.failedPorts = failedPorts;
    this.logins = logins;
  }

  /**
   * Of counts that somebody else made: at most 32 targets, 8 countries and 8 rules of them are
   * kept.
   */
  public Evidence(
      List<TargetCount> targets,
      long otherTargets,
      SortedMap<String, Long> countries,
      SortedMap<String, Long> rules,
      long failedAddresses,
      long failedPorts,
      long sshTries,
      long rdpTries) {
    this(
        TargetTally.of(targets),
        List.of(),
        otherTargets,
        NameTally.of(countries),
        NameTally.of(rules),
        failedAddresses,
        failedPorts,
        LoginTries.of(sshTries, rdpTries));
  }

  /**
   * Most flows first. Of up to 32 targets the counts are exact. Of more there is a sample, in which
   * those come first that the model does not know and those on ports where one logs in, with exact
   * counts; and of the others those that stand out by flows or bytes sent, with estimates.
   */
  public List<TargetCount> targets() {
    List<TargetCount> all = targets.toList();
    if (!heavy.isEmpty()) {
      all.addAll(heavy);
      all.sort(TargetTally.MOST_FLOWS_FIRST);
    }
    return Collections.unmodifiableList(all);
  }

  /** How many targets, about, are not among them; 0 where all are. */
  public long otherTargets() {
    return otherTargets;
  }

  /** Flows by the source's country, as far as the log has it; the first eight countries. */
  public SortedMap<String, Long> countries() {
    return Collections.unmodifiableSortedMap(NameTally.toMap(countries));
  }

  /** Flows by rule; the first eight rules. */
  public SortedMap<String, Long> rules() {
    return Collections.unmodifiableSortedMap(NameTally.toMap(rules));
  }

  /**
   * How many private addresses refused or hardly answered at ports that nobody is known to call
   * there; estimated above 96.
   */
  public long failedAddresses() {
    return failedAddresses;
  }

  /** How many ports these were; estimated above 96. */
  public long failedPorts() {
    return failedPorts;
  }

  /** Most bytes both ways of a flow that counts as a try to log in at a port, 22 or 3389. */
  public static long mostTryBytes(int port) {
    return LoginTries.mostBytes(port);
  }

  /**
   * How many flows to a port where one logs in, 22 or 3389, at whatever addresses, are known to be
   * too small for work that is done; 0 of other ports.
   */
  public long loginTries(int port) {
    return LoginTries.at(logins, port);
  }

  /** The targets that are kept by themselves, not to be altered. */
  TargetRows rows() {
    return targets.rows();
  }

  /** Writes every field. */
  public void write(DataOutput out) throws IOException {
    targets.rows().write(out);
    out.writeByte(heavy.size());
    for (TargetCount count : heavy) {
      count.write(out);
    }
    Varint.write(out, otherTargets);
    NameTally.write(countries, out);
    NameTally.write(rules, out);
    Varint.write(out, failedAddresses);
    Varint.write(out, failedPorts);
    LoginTries.write(logins, out);
  }

  /** Reads what {@link #write} wrote. */
  public static Evidence read(DataInput in) throws IOException {
    return new Evidence(
        new TargetTally(TargetRows.read(in), null),
        readHeavy(in),
        Varint.read(in),
        NameTally.read(in),
        NameTally.read(in),
        Varint.read(in),
        Varint.read(in),
        LoginTries.read(in));
  }

  private static List<TargetCount> readHeavy(DataInput in) throws IOException {
    List<TargetCount> heavy = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      heavy.add(TargetCount.read(in));
    }
    return heavy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Evidence that
        && otherTargets == that.otherTargets
        && failedAddresses == that.failedAddresses
        && failedPorts == that.failedPorts
        && loginTries(LoginTries.SSH) == that.loginTries(LoginTries.SSH)
        && loginTries(LoginTries.RDP) == that.loginTries(LoginTries.RDP)
        && targets().equals(that.targets())
        && countries().equals(that.countries())
        && rules().equals(that.rules());
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        targets(), otherTargets, countries(), rules(), failedAddresses, failedPorts);
  }

  @Override
  public String toString() {
    return targets()
        + " and "
        + otherTargets
        + " others, "
        + countries()
        + ", "
        + rules()
        + ", failed at "
        + failedAddresses
        + " addresses and "
        + failedPorts
        + " ports";
  }
}
