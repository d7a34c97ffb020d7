/**
 * The report: a history read once more through the windows of the model that was fitted to it, what
 * was found in it, and one page that shows both.
 */
package dev.weir.train.report;
