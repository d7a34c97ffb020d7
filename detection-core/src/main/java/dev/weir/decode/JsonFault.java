package dev.weir.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** Says what a parser of JSON could not read, without naming the parser's own parts. */
final class JsonFault {
  /** Where the parser stops speaking of the message and begins to speak of itself. */
  private static final String[] OWN_WORDS = {
    " (start marker", " at [Source", ": enable `", ": maybe a (non-standard)"
  };

  private JsonFault() {}

  static Fault of(String what, Exception failure) {
    return Fault.malformed(what + ": " + reason(failure));
  }

  private static String reason(Exception failure) {
    if (failure instanceof JsonEOFException) {
      return "it breaks off";
    }
    if (failure instanceof StreamConstraintsException) {
      return "it is nested too deep";
    }
    // What else Jackson throws (broken UTF-32, names made to collide) has only its own words.
    return failure instanceof JsonProcessingException parsing
        ? plain(parsing.getOriginalMessage())
        : "it cannot be read";
  }

  private static String plain(String message) {
    String text = message;
    for (String own : OWN_WORDS) {
      int from = text.indexOf(own);
      text = from < 0 ? text : text.substring(0, from);
    }
    return text;
  }
}
