/**
 * Kafka on this machine: a broker, topics, logs replayed into one and alerts watched in another.
 */
package dev.weir.cli.kafka;
