package dev.weir.decode;

/**
 * A place for a value of a record: a field has one, or one for each column that it is put together
 * from.
 *
 * @param index the place in arrays by slot
 * @param name the field for a message to a person, with the log's own name where that is another
 */
record Slot(int index, FlowField field, String name) {}
