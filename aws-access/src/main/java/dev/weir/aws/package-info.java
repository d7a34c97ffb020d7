/**
 * How AWS is reached, and what its refusals mean in words: for all who call one of its services.
 */
package dev.weir.aws;
