/** How fast the parts are, and the whole: run by {@code scripts/bench}. */
package dev.weir.bench;
