/** Files that commands write: whole or not at all, and never over what they read. */
package dev.weir.output;
