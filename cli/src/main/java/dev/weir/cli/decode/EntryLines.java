package dev.weir.cli.decode;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.decode.EntryCollector;
import dev.weir.decode.LogEvent;
import dev.weir.file.LogFile;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.JsonBytes;
import dev.weir.flow.SetAside;
import java.io.IOException;
import java.util.function.Consumer;

/** Makes a line of JSON of each entry of a file, in ASCII so that it passes any terminal. */
final class EntryLines implements EntryCollector {
  private static final int LAST_ASCII = 127;

  private final LogFile file;
  private final Consumer<byte[]> out;

  /** Of the event that is told of, or empty. */
  private String event = "";

  EntryLines(LogFile file, Consumer<byte[]> out) {
    this.file = file;
    this.out = out;
  }

  @Override
  public void event(LogEvent current) {
    event = current == null ? "" : current.id();
  }

  @Override
  public void flow(FlowRecord flow) {
    write("flow", json -> writeFlow(null, flow, json));
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {
    write("flow", json -> writeFlow(reason, flow, json));
  }

  private void writeFlow(SetAside setAside, FlowRecord flow, JsonGenerator json)
      throws IOException {
    if (setAside != null) {
      json.writeStringField("set_aside", setAside.id());
    }
    LogFields fields = new LogFields();
    file.fields(fields);
    fields.write(json);
    json.writeObjectFieldStart("flow");
    CanonicalFlow.write(flow, json);
    json.writeEndObject();
  }

  @Override
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
    write(
        "dead-letter",
        json -> {
          json.writeStringField("reason", reason.id());
          json.writeStringField("detail", detail);
        });
  }

  @Override
  public void ignored(Ignored reason) {
    switch (reason) {
      case NO_DATA, SKIP_DATA -> write(reason.id(), json -> {});
      default -> write("ignored", json -> json.writeStringField("reason", reason.id()));
    }
  }

  private void write(String outcome, JsonBytes.Fields rest) {
    out.accept(
        JsonBytes.object(
            json -> {
              json.setHighestNonEscapedChar(LAST_ASCII);
              json.writeNumberField("line", file.line());
              json.writeStringField("outcome", outcome);
              if (!event.isEmpty()) {
                json.writeStringField("id", event);
              }
              rest.write(json);
            }));
  }
}
