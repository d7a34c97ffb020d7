package dev.weir.model;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.network.AddressSet;
import dev.weir.network.Cidr;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The part of a model's content that tells which segment a source is of. */
final class SegmentsJson {

  private static final String KEY = "segmentation";

  private SegmentsJson() {}

  static void write(Segments segments, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart(KEY);
    write("internal", segments.by().internal(), out);
    write("shared", segments.by().shared(), out);
    out.writeArrayFieldStart("servers");
    for (String server : segments.by().servers()) {
      out.writeString(server);
    }
    out.writeEndArray();
    out.writeFieldName("normal_score_quantiles");
    ModelWriter.write(segments.normalScores(), out);
    out.writeEndObject();
  }

  private static void write(String key, AddressSet addresses, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(key);
    for (Cidr prefix : addresses.prefixes()) {
      out.writeString(prefix.text());
    }
    out.writeEndArray();
  }

  /** What tells segments apart, and the list of them, which comes before it in a file. */
  static Segments read(StrictJson in, List<Segment> list) throws IOException {
    in.startObject(KEY);
    Segmentation by =
        new Segmentation(addresses("internal", in), addresses("shared", in), servers(in));
    Quantiles normalScores = new Quantiles(in.numbers("normal_score_quantiles"));
    in.endObject();
    return new Segments(by, list, normalScores);
  }

  private static AddressSet addresses(String key, StrictJson in) throws IOException {
    List<Cidr> prefixes = new ArrayList<>();
    for (String prefix : texts(key, in)) {
      prefixes.add(Cidr.parse(prefix));
    }
    return AddressSet.of(prefixes);
  }

  private static Set<String> servers(StrictJson in) throws IOException {
    return new HashSet<>(texts("servers", in));
  }

  private static List<String> texts(String key, StrictJson in) throws IOException {
    List<String> texts = new ArrayList<>();
    in.startArray(key);
    for (String text = in.nextText(); text != null; text = in.nextText()) {
      texts.add(text);
    }
    return texts;
  }
}
