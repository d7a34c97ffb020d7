package dev.weir.feature;

import dev.weir.flow.FlowRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Evidence while a window fills. Mutable; not thread-safe. */
final class EvidenceAccumulator {

  private TargetTally targets = new TargetTally();
  private NameTally countries;
  private NameTally rules;

  /** Null of none, as with nearly every source. */
  private FailedContacts failed;

  private LoginTries logins;

  /**
   * Adds an initiator's flow.
   *
   * @param slot the bit of its time; see {@link ActivitySlots}
   */
  void add(FlowRecord flow, long slot, KnownTargets known) {
    if (!flow.dstIp().isEmpty()) {
      targets.add(flow, slot, known);
      addFate(flow, known);
    }
    if (!flow.country().isEmpty()) {
      countries = plus(countries, flow.country());
    }
    for (int i = 0; i < flow.ruleNames().size(); i++) {
      rules = plus(rules, flow.ruleNames().get(i));
    }
  }

  /** Adds the answering direction of a one-way log: bytes that came back from a target, no flow. */
  void addAnswer(FlowRecord flow, KnownTargets known) {
    if (!flow.dstIp().isEmpty()) {
      targets.addAnswer(flow, known);
    }
  }

  private void addFate(FlowRecord flow, KnownTargets known) {
    if (LoginTries.isLogin(flow.dstPort())) {
      logins = logins == null ? new LoginTries() : logins;
      logins.add(flow);
    }
    if (FailedContacts.isOne(flow, known)) {
      failed = failed == null ? new FailedContacts() : failed;
      failed.add(flow);
    }
  }

  private static NameTally plus(NameTally tally, String name) {
    NameTally sum = tally == null ? new NameTally() : tally;
    sum.add(name, 1);
    return sum;
  }

  void merge(EvidenceAccumulator other) {
    targets.merge(other.targets);
    countries = NameTally.merged(countries, other.countries);
    rules = NameTally.merged(rules, other.rules);
    failed = FailedContacts.merged(failed, other.failed);
    logins = LoginTries.merged(logins, other.logins);
  }

  /**
   * What there is, without a copy.
   *
   * @param distinct how many targets there are at least, by other counts; NaN for none
   */
  Evidence toEvidence(double distinct) {
    return new Evidence(
        targets,
        targets.heavy(),
        targets.others(distinct),
        countries,
        rules,
        FailedContacts.addresses(failed),
        FailedContacts.ports(failed),
        LoginTries.merged(null, logins));
  }

  void write(DataOutput out) throws IOException {
    targets.write(out);
    NameTally.write(countries, out);
    NameTally.write(rules, out);
    FailedContacts.write(failed, out);
    LoginTries.write(logins, out);
  }

  static EvidenceAccumulator read(DataInput in) throws IOException {
    EvidenceAccumulator read = new EvidenceAccumulator();
    read.targets = TargetTally.read(in);
    read.countries = NameTally.read(in);
    read.rules = NameTally.read(in);
    read.failed = FailedContacts.read(in);
    read.logins = LoginTries.read(in);
    return read;
  }
}
