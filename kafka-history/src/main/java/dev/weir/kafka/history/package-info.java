/** A topic's messages of a time, as a file to train on and to backtest. */
package dev.weir.kafka.history;
