/** How fast the parts are, by JMH. */
package dev.weir.bench.micro;
