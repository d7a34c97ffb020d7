/** Pictures of what was measured. */
package dev.weir.bench.plot;
