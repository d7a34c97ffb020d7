package dev.weir.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.flow.JsonBytes;
import java.io.IOException;

/** The keys {@code explanation} and {@code counter_evidence} of the JSON of whatever alerts. */
public final class ExplanationJson {

  private ExplanationJson() {}

  /** Writes both keys into the object that is open. */
  public static void write(Explanation explanation, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("explanation");
    for (Reason reason : explanation.reasons()) {
      out.writeStartObject();
      out.writeStringField("feature", reason.feature());
      JsonBytes.number(out, "value", reason.value());
      JsonBytes.number(out, "median", reason.median());
      JsonBytes.number(out, "p99", reason.p99());
      JsonBytes.number(out, "percentile", reason.percentile());
      JsonBytes.number(out, "contribution", reason.contribution());
      out.writeStringField("text", reason.text());
      out.writeEndObject();
    }
    out.writeEndArray();
    CounterEvidence counter = explanation.counter();
    if (counter == null) {
      out.writeNullField("counter_evidence");
      return;
    }
    out.writeObjectFieldStart("counter_evidence");
    out.writeStringField("feature", counter.feature().id());
    JsonBytes.number(out, "value", counter.value());
    JsonBytes.number(out, "normal_at", counter.normalAt());
    out.writeNumberField("score", counter.score());
    out.writeStringField("text", counter.text());
    out.writeEndObject();
  }
}
