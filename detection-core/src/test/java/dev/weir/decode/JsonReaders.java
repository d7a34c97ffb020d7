package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.network.Vantage;
import java.util.List;
import java.util.Set;

/** The two ways to read the messages of one log, which have to agree. */
final class JsonReaders {
  private final FieldPlan plan;
  private final FlowLogDecoder decoder;
  private final FlowAssembler library;
  private final LibraryJsonReader libraryReader;
  private final PlainJsonReader plainReader;

  JsonReaders(FieldPlan plan) {
    this.plan = plan;
    decoder = new JsonDecoder(plan, new Vantage());
    library = new FlowAssembler(plan, new Vantage());
    libraryReader = new LibraryJsonReader(FieldNames.of(plan), library.values());
    plainReader = new PlainJsonReader(FieldNames.of(plan), new FieldValues(plan));
  }

  /** Logs in Weir's names, in a preset's, and in a user's. */
  static List<JsonReaders> all() {
    Labels labels = new Labels("label", Set.of("bad"), Set.of("5"));
    return List.of(
        new JsonReaders(FieldPlan.named(FieldMap.EMPTY, Conventions.PLAIN)),
        new JsonReaders(JsonPreset.ECS.plan(FieldMap.EMPTY, null, false, labels)),
        new JsonReaders(JsonPreset.OCSF.plan(FieldMap.EMPTY, null, false, null)),
        new JsonReaders(JsonPreset.ZEEK.plan(FieldMap.EMPTY, null, false, null)),
        new JsonReaders(
            FieldPlan.named(
                FieldMap.parse(
                    "src_ip=source.ip|src_ip,packets=a+b,verdict=c|action,bytes_in=a|b,rule_names=c"),
                new Conventions(TimeFormat.AUTO, true, labels, null, false))));
  }

  /** Whether the message needs no library. */
  boolean isPlain(byte[] message) {
    return plainReader.read(message, 0, message.length);
  }

  /** Decodes a message both ways. */
  void agreeOn(byte[] message) {
    Entries found = new Entries();
    decoder.decode(message, 0, message.length, found);
    Entries expected = new Entries();
    byLibrary(message, expected);

    assertThat(found.all()).as("with %s", plan.map()).isEqualTo(expected.all());
    assertThat(found.repairs()).isEqualTo(expected.repairs());
  }

  private void byLibrary(byte[] message, Entries out) {
    if (MessageGate.settles(message, 0, message.length, out)) {
      return;
    }
    Fault fault = libraryReader.read(message, 0, message.length);
    if (fault == null) {
      library.report(out, message, 0, message.length);
    } else {
      fault.report(out, message, 0, message.length);
    }
  }
}
