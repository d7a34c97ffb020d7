package dev.weir.model;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.feature.KnownTargets;
import dev.weir.model.TargetBaseline.Peak;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The part of a model's content that tells of targets. */
final class TargetBaselineJson {

  private static final String KEY = "targets";

  private TargetBaselineJson() {}

  static void write(TargetBaseline baseline, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart(KEY);
    out.writeFieldName("flows");
    ModelWriter.write(baseline.flows(), out);
    out.writeFieldName("bytes_in");
    ModelWriter.write(baseline.bytesIn(), out);
    out.writeFieldName("sources");
    ModelWriter.write(baseline.sources(), out);
    out.writeObjectFieldStart("peaks");
    for (Map.Entry<String, Peak> peak : baseline.peaks().entrySet()) {
      out.writeFieldName(peak.getKey());
      out.writeArray(
          new long[] {
            peak.getValue().flows(), peak.getValue().bytesIn(), peak.getValue().sources()
          },
          0,
          3);
    }
    out.writeEndObject();
    out.writeFieldName("known");
    int[] known = baseline.known().hashes();
    out.writeArray(known, 0, known.length);
    out.writeEndObject();
  }

  static TargetBaseline read(StrictJson in) throws IOException {
    in.startObject(KEY);
    TargetBaseline baseline =
        new TargetBaseline(
            new Quantiles(in.numbers("flows")),
            new Quantiles(in.numbers("bytes_in")),
            new Quantiles(in.numbers("sources")),
            peaks(in),
            KnownTargets.ofHashes(in.ints("known")));
    in.endObject();
    return baseline;
  }

  private static SortedMap<String, Peak> peaks(StrictJson in) throws IOException {
    TreeMap<String, Peak> peaks = new TreeMap<>();
    in.startObject("peaks");
    for (String target = in.nextField(); target != null; target = in.nextField()) {
      long[] most = in.integers();
      if (most.length != 3) {
        throw new IOException("a peak of " + most.length + " numbers");
      }
      if (peaks.put(target, new Peak(most[0], most[1], most[2])) != null) {
        throw new IOException("the key '" + target + "' occurs twice");
      }
    }
    return peaks;
  }
}
