/**
 * What the command lines of trainer, job and the weir command have in common: how options are read,
 * failures told and progress shown. Needs picocli and progressbar, which whoever has a command line
 * brings.
 */
package dev.weir.command;
