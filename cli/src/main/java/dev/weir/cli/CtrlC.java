package dev.weir.cli;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns Ctrl-C, a plain kill and a closed terminal into a {@link StopSignal}, so that a command can
 * end as it would by itself. A second one ends it at once.
 *
 * <p>Not by a shutdown hook: Flink and Kafka have hooks of their own, which would take everything
 * away beneath a command that ends in good order, and nothing can be started any more then.
 */
public final class CtrlC implements AutoCloseable {

  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");
  private static final int KILLED = 130;

  private final StopSignal signal = new StopSignal();
  private final Map<String, Object> before = new HashMap<>();

  private CtrlC() {}

  /** Listens from now on. */
  public static CtrlC listen() {
    CtrlC ctrlC = new CtrlC();
    Object handler = ctrlC.handler();
    for (String name : SIGNALS) {
      Object old = handle(name, handler);
      if (old != null) {
        ctrlC.before.put(name, old);
      }
    }
    return ctrlC;
  }

  /** What Ctrl-C requests. */
  public StopSignal signal() {
    return signal;
  }

  /** Ctrl-C ends the JVM again. */
  @Override
  public void close() {
    before.forEach(CtrlC::handle);
  }

  private void stop() {
    if (signal.isRequested()) {
      Runtime.getRuntime().exit(KILLED);
    }
    signal.request();
  }

  private Object handler() {
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      return Proxy.newProxyInstance(
          type.getClassLoader(),
          new Class<?>[] {type},
          (self, method, arguments) ->
              switch (method.getName()) {
                case "handle" -> {
                  stop();
                  yield null;
                }
                case "equals" -> self == arguments[0];
                case "hashCode" -> System.identityHashCode(self);
                default -> "ctrl-c";
              });
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /**
   * Sets a signal's handler and returns the one before. By reflection, since javac can't be told
   * not to warn of this class; null where the JVM or the system doesn't have the signal: it then
   * ends the JVM as ever.
   */
  private static Object handle(String name, Object handler) {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      return type.getMethod("handle", type, Class.forName("sun.misc.SignalHandler"))
          .invoke(null, type.getConstructor(String.class).newInstance(name), handler);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
