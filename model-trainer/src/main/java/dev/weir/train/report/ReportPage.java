package dev.weir.train.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A summary as one page that needs nothing else: styles, script, charts and map are inside. The
 * page's script makes every text of the data a text node, whatever it looks like.
 */
final class ReportPage {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");
  private static final String WEBJARS = "/META-INF/resources/webjars/echarts/";

  private ReportPage() {}

  static byte[] bytes(Summary summary) {
    Map<String, String> parts =
        Map.of(
            "style", resource("report.css"),
            "data", inScript(new String(SummaryJson.bytes(summary), StandardCharsets.UTF_8)),
            "echarts", resource(WEBJARS + "5.5.0/echarts.min.js"),
            "map", resource(WEBJARS + "4.2.1/map/js/world.js"),
            "script", resource("dom.js") + resource("charts.js") + resource("report.js"));
    return PLACE
        .matcher(resource("report.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Nothing in it can end the element that holds it, nor begin a comment. */
  static String inScript(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from this release");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }
}
