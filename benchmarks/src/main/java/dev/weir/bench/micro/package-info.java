/** What the parts cost, each by itself, measured by JMH. */
package dev.weir.bench.micro;
