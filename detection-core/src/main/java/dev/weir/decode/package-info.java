/**
 * From bytes to flows: a decoder for each format of logs, as {@link dev.weir.decode.LogOptions}
 * names it. All share the rules for values ({@code ValueReader}); those that name their fields, as
 * JSON and CSV do, also the meaning of a field ({@code FlowAssembler}).
 */
package dev.weir.decode;
