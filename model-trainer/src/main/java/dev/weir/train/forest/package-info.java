/** Isolation trees, grown from rows of numbers into what the model file holds. */
package dev.weir.train.forest;
