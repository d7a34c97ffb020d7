/** How well forests rank what is anomalous, on public sets whose truth is known. */
package dev.weir.bench.quality;
