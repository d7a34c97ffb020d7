/** The forest beside the libraries that people know, on the same trees where they can take them. */
package dev.weir.bench.forest;
