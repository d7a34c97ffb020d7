/** Where results go. */
package dev.weir.job.sink;
