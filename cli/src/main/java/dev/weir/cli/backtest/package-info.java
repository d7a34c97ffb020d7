/** The job's own pipeline over files, bounded, its results in files. */
package dev.weir.cli.backtest;
