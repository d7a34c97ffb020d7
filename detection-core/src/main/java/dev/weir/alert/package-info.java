/** What people get to see: alerts with their reasons. */
package dev.weir.alert;
