package dev.weir.decode;

import java.util.ArrayList;
import java.util.List;

/** One JSON document of a CloudWatch Logs subscription, as it was read. */
final class Envelope {
  static final String DATA = "DATA_MESSAGE";
  static final String CONTROL = "CONTROL_MESSAGE";

  /** Holds the document's bytes, so that dead letters can show them. */
  final byte[] json;

  int from;
  int to;

  /** What the document says of its kind; null where it says nothing. */
  String messageType;

  String owner = "";
  String logGroup = "";
  String logStream = "";

  /** Null where there is no list of events. */
  List<Event> events;

  /** What is wrong with the document beyond its syntax, or null. */
  Fault fault;

  Envelope(byte[] json, int from) {
    this.json = json;
    this.from = from;
  }

  /** Begins the list of events; of two the last counts. */
  void beginEvents() {
    events = new ArrayList<>();
  }

  /** One element of {@code logEvents}; texts lie in {@link EventTexts}. */
  static final class Event {
    /** Where it lies in the envelope's JSON. */
    int from;

    int to;
    int idFrom;
    int idTo;
    int messageFrom;
    int messageTo;
    long timestamp;

    /** What is wrong with it, or null. */
    Fault fault = Fault.missing("message");
  }
}
