/** What is in a model file, and in what two of them differ. */
package dev.weir.cli.model;
