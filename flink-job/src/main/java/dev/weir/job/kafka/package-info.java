/** Kafka itself: where it is and which topics it has. */
package dev.weir.job.kafka;
