package dev.weir.decode;

import dev.weir.flow.Action;
import java.util.Map;

/** What Zeek's conn_state says of whether a connection was let through. */
final class ConnState {
  /**
   * REJ: the other end refused. The others were established, whoever ended them. What is not here
   * says neither: nobody answered, or Zeek saw one direction only.
   */
  private static final Map<String, Action> ACTIONS =
      Map.of(
          "REJ", Action.REJECT,
          "SF", Action.ACCEPT,
          "S1", Action.ACCEPT,
          "S2", Action.ACCEPT,
          "S3", Action.ACCEPT,
          "RSTO", Action.ACCEPT,
          "RSTR", Action.ACCEPT);

  private ConnState() {}

  static Action action(FieldText state) {
    return ACTIONS.getOrDefault(state.toString(), Action.UNKNOWN);
  }
}
