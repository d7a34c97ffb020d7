package dev.weir.bench.report;

import dev.weir.flow.UserException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of the page that is written from results, between markers of its name. */
enum Block {
  MACHINE(MachineTable::of),
  GOALS(GoalTable::of),
  JOB(JobTables::job),
  EXACTLY_ONCE(JobTables::exactlyOnce),
  CLOSING(GrowthTables::closing),
  SOURCES(GrowthTables::sources),
  SLOTS(GrowthTables::slots),
  LOADS(GrowthTables::loads),
  FOREST(results -> ForestTable.of(results.forest())),
  DEFAULT_FOREST(results -> ForestTable.of(results.defaultForest())),
  DECODERS(MicroTables::decoders),
  PARTS(MicroTables::parts),
  SERIALIZERS(MicroTables::serializers),
  COST(CostTables::cost),
  EXAMPLE(CostTables::example);

  private static final Pattern MARKED =
      Pattern.compile("<!-- bench: ([a-z_]+) -->\n.*?\n<!-- /bench -->", Pattern.DOTALL);

  @SuppressWarnings("ImmutableEnumChecker") // References to static methods hold no state.
  private final Function<Results, Table> table;

  Block(Function<Results, Table> table) {
    this.table = table;
  }

  /** The blocks' tables. */
  static Map<Block, Table> tables(Results results) {
    Map<Block, Table> tables = new LinkedHashMap<>();
    for (Block block : values()) {
      tables.put(block, block.table.apply(results));
    }
    return tables;
  }

  /**
   * A page with its blocks written anew.
   *
   * @throws UserException where one is unknown or missing
   */
  static String fill(String page, Results results) {
    Map<Block, Table> rest = tables(results);
    String filled =
        MARKED
            .matcher(page)
            .replaceAll(
                found -> {
                  Table table = rest.remove(named(found.group(1)));
                  if (table == null) {
                    throw new UserException("the page has the block " + found.group(1) + " twice");
                  }
                  return Matcher.quoteReplacement(
                      "<!-- bench: " + found.group(1) + " -->\n" + table + "\n<!-- /bench -->");
                });
    if (!rest.isEmpty()) {
      throw new UserException("the page has no block for " + rest.keySet());
    }
    return filled;
  }

  private static Block named(String name) {
    for (Block block : values()) {
      if (block.toString().equals(name)) {
        return block;
      }
    }
    throw new UserException("the page has the block " + name + ", which nothing writes");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
