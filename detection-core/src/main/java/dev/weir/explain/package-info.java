/** Why a window is strange, in numbers and in sentences. */
package dev.weir.explain;
