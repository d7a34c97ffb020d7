/**
 * From bytes to flows: decoders, the flow record and what becomes of an entry that is not one.
 *
 * <p>Knows nothing of features, models or alerts.
 */
package dev.weir.flow;
