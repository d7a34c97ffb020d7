/**
 * The demo's traffic: an invented organisation whose flows depend on a seed and on the time, and
 * attacks planted into them.
 *
 * <p>Who the hosts are and what they are used to depends on the seed only ({@link
 * dev.weir.cli.traffic.Network}); what happens in a minute depends on the seed and on that minute,
 * so that any two runs agree about the time that they share. Only arithmetic that every JDK does
 * alike is used: {@link dev.weir.cli.traffic.Dice}.
 */
package dev.weir.cli.traffic;
