/**
 * What a log entry becomes: a flow record, a dead letter or ignored, and the values that these are
 * made of. Knows nothing of formats, features, models or alerts.
 */
package dev.weir.flow;
