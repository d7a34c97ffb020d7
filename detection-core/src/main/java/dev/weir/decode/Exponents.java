package dev.weir.decode;

import java.math.BigDecimal;

/** Writes JSON's numbers with an exponent out, as serializers of doubles leave small ones. */
final class Exponents {
  private static final int MAX_LENGTH = 64;

  /** Enough for every double; what is beyond stays as it is, and is no time. */
  private static final int MAX_SCALE = 400;

  private Exponents() {}

  /** The same number in plain digits; the same text where it has no exponent. */
  static FieldText plain(FieldText number) {
    if (number.length() > MAX_LENGTH || !hasExponent(number)) {
      return number;
    }
    try {
      BigDecimal value = new BigDecimal(number.toString()).stripTrailingZeros();
      return Math.abs((long) value.scale()) > MAX_SCALE
          ? number
          : FieldText.of(value.toPlainString());
    } catch (NumberFormatException e) {
      // An exponent beyond int32.
      return number;
    }
  }

  private static boolean hasExponent(FieldText number) {
    for (int i = 0; i < number.length(); i++) {
      if (number.charAt(i) == 'e' || number.charAt(i) == 'E') {
        return true;
      }
    }
    return false;
  }
}
