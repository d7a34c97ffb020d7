/** Dead letters for the people who mend their sources. */
package dev.weir.cli.deadletters;
