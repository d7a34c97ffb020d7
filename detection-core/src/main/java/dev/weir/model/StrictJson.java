package dev.weir.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads JSON whose keys come in a known order, and refuses anything else with an {@link
 * IOException} that says what was expected.
 */
public final class StrictJson {

  private static final int MAX_ARRAY = 1 << 22;

  private final JsonParser parser;

  /** Reads on from where the parser stands. */
  public StrictJson(JsonParser parser) {
    this.parser = parser;
  }

  /** Enters the object that comes next. */
  public void startObject() throws IOException {
    expect(parser.nextToken(), JsonToken.START_OBJECT);
  }

  /** Leaves an object. */
  public void endObject() throws IOException {
    expect(parser.nextToken(), JsonToken.END_OBJECT);
  }

  void startArray() throws IOException {
    expect(parser.nextToken(), JsonToken.START_ARRAY);
  }

  void field(String name) throws IOException {
    if (parser.nextToken() != JsonToken.FIELD_NAME || !parser.currentName().equals(name)) {
      throw unexpected("the key '" + name + "'");
    }
  }

  /** Enters the object of a key. */
  public void startObject(String name) throws IOException {
    field(name);
    startObject();
  }

  /** Enters the array of a key. */
  public void startArray(String name) throws IOException {
    field(name);
    startArray();
  }

  /** Moves to the next key of an object; null at its end. */
  String nextField() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_OBJECT) {
      return null;
    }
    expect(token, JsonToken.FIELD_NAME);
    return parser.currentName();
  }

  /** Moves to the next element, an object, and enters it; false at the array's end. */
  public boolean nextObject() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      return false;
    }
    expect(token, JsonToken.START_OBJECT);
    return true;
  }

  /** Moves to the next element, a text; null at the array's end. */
  String nextText() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      return null;
    }
    expect(token, JsonToken.VALUE_STRING);
    return parser.getText();
  }

  /** The text of a key. */
  public String text(String name) throws IOException {
    field(name);
    expect(parser.nextToken(), JsonToken.VALUE_STRING);
    return parser.getText();
  }

  /** The truth of a key. */
  public boolean bool(String name) throws IOException {
    field(name);
    return switch (parser.nextToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw unexpected("true or false");
    };
  }

  /** The integer of a key. */
  public long integer(String name) throws IOException {
    field(name);
    return integer();
  }

  /** The small integer of a key. */
  public int int32(String name) throws IOException {
    field(name);
    expect(parser.nextToken(), JsonToken.VALUE_NUMBER_INT);
    return parser.getIntValue();
  }

  long integer() throws IOException {
    expect(parser.nextToken(), JsonToken.VALUE_NUMBER_INT);
    return parser.getLongValue();
  }

  /** A number; null reads as NaN. */
  public double number(String name) throws IOException {
    field(name);
    return toDouble(parser.nextToken());
  }

  double[] numbers(String name) throws IOException {
    startArray(name);
    double[] values = new double[16];
    int size = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (size == values.length) {
        values = Arrays.copyOf(values, grown(size));
      }
      values[size++] = toDouble(token);
    }
    return Arrays.copyOf(values, size);
  }

  long[] integers(String name) throws IOException {
    field(name);
    return integers();
  }

  /** The integers of the array that comes next. */
  long[] integers() throws IOException {
    startArray();
    long[] values = new long[16];
    int size = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      expect(token, JsonToken.VALUE_NUMBER_INT);
      if (size == values.length) {
        values = Arrays.copyOf(values, grown(size));
      }
      values[size++] = parser.getLongValue();
    }
    return Arrays.copyOf(values, size);
  }

  /** The small integers of a key. */
  public int[] ints(String name) throws IOException {
    long[] values = integers(name);
    int[] ints = new int[values.length];
    for (int i = 0; i < ints.length; i++) {
      if (values[i] != (int) values[i]) {
        throw new IOException("'" + name + "' holds " + values[i]);
      }
      ints[i] = (int) values[i];
    }
    return ints;
  }

  private static int grown(int size) throws IOException {
    if (size >= MAX_ARRAY) {
      throw new IOException("an array of more than " + MAX_ARRAY + " numbers");
    }
    return 2 * size;
  }

  private double toDouble(JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return Double.NaN;
    }
    if (token == null || !token.isNumeric()) {
      throw unexpected("a number");
    }
    return parser.getDoubleValue();
  }

  private void expect(JsonToken found, JsonToken expected) throws IOException {
    if (found != expected) {
      throw unexpected(expected.toString());
    }
  }

  private IOException unexpected(String expected) {
    return new IOException(
        "expected " + expected + " near byte " + parser.currentTokenLocation().getByteOffset());
  }
}
