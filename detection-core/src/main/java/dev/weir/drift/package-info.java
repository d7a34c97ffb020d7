/** Whether the model still fits the traffic. */
package dev.weir.drift;
