package dev.weir.alert;

import dev.weir.feature.Feature;
import dev.weir.model.Quantiles;

/** Says in a sentence that a tired person understands how a value differs from what is normal. */
final class ReasonText {

  private ReasonText() {}

  static String of(Feature feature, double value, Quantiles normal) {
    Phrase phrase = Phrase.of(feature, value);
    boolean high = value >= normal.median();
    String bound = phrase.quantity().apply(high ? normal.p99() : normal.at(0.01));
    return phrase.say(value)
        + "; normal here: "
        + phrase.quantity().apply(normal.median())
        + (high == phrase.falls()
            ? ", 99 % reach " + bound + " or more"
            : ", 99 % stay at " + bound + " or below");
  }
}
