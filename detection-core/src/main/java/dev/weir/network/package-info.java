/**
 * Where a flow is seen and from which side: from the one-way records that networks write to flows
 * that name their initiator, their scope and the source that they count for.
 */
package dev.weir.network;
