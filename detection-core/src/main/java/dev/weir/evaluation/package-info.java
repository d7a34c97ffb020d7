/** How well scores tell what is labelled an attack from what is not. */
package dev.weir.evaluation;
