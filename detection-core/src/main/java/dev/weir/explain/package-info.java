/**
 * Why a window is strange, in numbers and in sentences: {@link dev.weir.explain.Explainer} for what
 * the forest judged, {@link dev.weir.explain.Reasons} for what only a measure tells.
 */
package dev.weir.explain;
