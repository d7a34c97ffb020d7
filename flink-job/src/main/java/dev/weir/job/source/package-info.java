/** Where entries come from: decoding at the source, so that every split has its own watermark. */
package dev.weir.job.source;
