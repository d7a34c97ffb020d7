/** How Weir's values cross the wire and rest in state: hand-written, versioned, never Kryo. */
package dev.weir.job.types;
