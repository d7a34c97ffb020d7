/**
 * The model: its file, its transform and its flat isolation forest; what a window scores and what
 * the score means.
 */
package dev.weir.model;
