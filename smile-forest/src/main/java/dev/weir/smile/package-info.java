/** Smile's isolation trees, read into the project's own arrays: what own trees are held against. */
package dev.weir.smile;
