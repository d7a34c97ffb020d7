/** The catalogue of findings: what kind of strange, how bad, and what to do about it. */
package dev.weir.finding;
