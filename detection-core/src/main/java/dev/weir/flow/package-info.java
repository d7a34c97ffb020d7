/**
 * From bytes to flows: decoders, the flow record and what becomes of an entry that is not one.
 *
 * <p>{@link dev.weir.flow.LogFiles} finds files, {@link dev.weir.flow.LogFile} reads one line by
 * line; a stream's messages go straight to the {@link dev.weir.flow.FlowLogDecoder} that {@link
 * dev.weir.flow.LogOptions} names. JSON and CSV share the meaning of their fields ({@code
 * FlowAssembler}), and all formats the rules for values ({@code ValueReader}).
 *
 * <p>Knows nothing of features, models or alerts.
 */
package dev.weir.flow;
