/** The tables of docs/performance.md, made of committed results. */
package dev.weir.bench.report;
