/** Windows as lines of JSON: what a job measured, for whoever trains from it. */
package dev.weir.vector;
