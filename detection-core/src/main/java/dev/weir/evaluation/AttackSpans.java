package dev.weir.evaluation;

import dev.weir.feature.SourceKey;
import dev.weir.flow.FlowRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the flows of attacks together: those of one source and name that follow within an hour. */
final class AttackSpans {

  /** As long as the job remembers an incident by default. */
  private static final long PAUSE = 60 * 60 * 1000L;

  private static final int MAX_SPANS = 1 << 17;
  private static final int MAX_TARGETS = 256;

  private final Map<Attacker, List<Span>> byAttacker = new HashMap<>();
  private int size;

  private record Attacker(SourceKey source, String name) {}

  /** A span that still grows. */
  private static final class Span {
    private long start;
    private long end;
    private final Set<String> targets = new HashSet<>();

    Span(FlowRecord flow) {
      start = flow.start();
      end = flow.end();
    }

    boolean isNear(FlowRecord flow) {
      return flow.start() <= end + PAUSE && flow.end() >= start - PAUSE;
    }

    void add(FlowRecord flow) {
      start = Math.min(start, flow.start());
      end = Math.max(end, flow.end());
      if (!flow.dstIp().isEmpty() && targets.size() < MAX_TARGETS) {
        targets.add(flow.dstIp());
      }
    }
  }

  void add(SourceKey source, String name, FlowRecord flow) {
    List<Span> spans =
        byAttacker.computeIfAbsent(new Attacker(source, name), unused -> new ArrayList<>(1));
    for (int i = spans.size() - 1; i >= 0; i--) {
      if (spans.get(i).isNear(flow)) {
        spans.get(i).add(flow);
        return;
      }
    }
    if (size < MAX_SPANS) {
      size++;
      Span span = new Span(flow);
      span.add(flow);
      spans.add(span);
    }
  }

  List<AttackSpan> list() {
    List<AttackSpan> all = new ArrayList<>();
    byAttacker.forEach(
        (attacker, spans) ->
            spans.forEach(
                span ->
                    all.add(
                        new AttackSpan(
                            attacker.source(),
                            attacker.name(),
                            span.start,
                            span.end,
                            span.targets))));
    all.sort(
        Comparator.comparingLong(AttackSpan::start)
            .thenComparing(AttackSpan::source)
            .thenComparing(AttackSpan::name));
    return all;
  }
}
