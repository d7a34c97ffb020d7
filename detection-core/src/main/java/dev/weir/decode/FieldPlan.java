package dev.weir.decode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of a log's names leads to which field: the map, with what goes without saying. */
final class FieldPlan {
  private static final FlowField[] FIELDS = FlowField.values();
  private static final Slot[] NONE = {};

  private final Conventions conventions;
  private final FieldMap map;
  private final Map<String, List<Slot>> slots = new LinkedHashMap<>();

  /** By field, where it is put together from several values: its ways, as indexes of slots. */
  private final int[][][] composites = new int[FIELDS.length][][];

  private int size = FIELDS.length;
  private boolean timeIsStart;

  /** A plan in which fields that the map leaves out have their own names. */
  static FieldPlan named(FieldMap map, Conventions conventions) {
    FieldPlan plan = new FieldPlan(map, conventions);
    plan.timeIsStart = true;
    for (FlowField field : FIELDS) {
      boolean own = field.use() == FlowField.Use.NAMED && !map.fields().contains(field);
      if (own && !map.names(field.id())) {
        plan.add(field.slot(), field, field.id());
      }
    }
    return plan;
  }

  /** A plan that knows the map's names only. */
  static FieldPlan mapped(FieldMap map, Conventions conventions) {
    return new FieldPlan(map, conventions);
  }

  private FieldPlan(FieldMap map, Conventions conventions) {
    this.map = map;
    this.conventions = conventions;
    map.all().forEach(this::add);
    if (conventions.labels() != null) {
      add(FlowField.LABEL.slot(), FlowField.LABEL, conventions.labels().column());
    }
  }

  /** With a name for the field that tells the kind of a record. */
  FieldPlan withLogKind() {
    add(FlowField.LOG_KIND.slot(), FlowField.LOG_KIND, conventions.logKind().name());
    return this;
  }

  private void add(FlowField field, List<List<String>> ways) {
    int[][] indexes = new int[ways.size()][];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = new int[ways.get(i).size()];
      for (int j = 0; j < indexes[i].length; j++) {
        indexes[i][j] = i == 0 && j == 0 ? field.slot() : size++;
        add(indexes[i][j], field, ways.get(i).get(j));
      }
    }
    if (indexes.length > 1 || (indexes.length == 1 && indexes[0].length > 1)) {
      composites[field.slot()] = indexes;
    }
  }

  private void add(int index, FlowField field, String name) {
    String shown = name.equals(field.id()) ? name : field.id() + " (" + name + ")";
    slots
        .computeIfAbsent(name, unused -> new ArrayList<>())
        .add(new Slot(index, field, FieldText.of(shown).shown(100)));
  }

  /** Whether a record's time is its start, as in Weir's own names; else only when it was logged. */
  boolean timeIsStart() {
    return timeIsStart;
  }

  Conventions conventions() {
    return conventions;
  }

  /** What the user or the preset maps. */
  FieldMap map() {
    return map;
  }

  /** The names that lead to fields. */
  Map<String, List<Slot>> names() {
    return slots;
  }

  /** Where the value under a name goes: often nowhere. */
  Slot[] slots(String name) {
    return slots.getOrDefault(name, List.of()).toArray(NONE);
  }

  /** How many slots there are. */
  int size() {
    return size;
  }

  /** The ways to a field as indexes of slots, or null where the field has but one slot. */
  int[][] composite(FlowField field) {
    return composites[field.slot()];
  }
}
