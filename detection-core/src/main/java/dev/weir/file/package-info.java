/**
 * Logs on disk: {@link dev.weir.file.LogFiles} finds files, {@link dev.weir.file.LogFile} decodes
 * one line by line, {@link dev.weir.file.LogSurvey} makes one stream of many.
 */
package dev.weir.file;
