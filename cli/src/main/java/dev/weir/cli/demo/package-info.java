/**
 * All of Weir in one command: broker, history, model, job, traffic, alerts and what to make of
 * them.
 */
package dev.weir.cli.demo;
