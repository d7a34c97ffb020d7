package dev.weir.file;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Logs that lie elsewhere and are fetched into files before they are read: history is read twice,
 * and must be the same both times. Implementations are found by {@link java.util.ServiceLoader}, so
 * that reading files needs no library of anybody's cloud; they have a public constructor without
 * parameters.
 */
public interface RemoteLogs {

  /** What its addresses begin with, before {@code ://}. */
  String scheme();

  /**
   * Fetches logs as files that could as well have been there, under names that tell where each is
   * from. Messages of a stream go into files of base64, a message a line, whose names end in {@link
   * LineEncoding#MESSAGES}: a message may have any bytes, and is no file's header.
   *
   * @param address as the user wrote it, with the scheme
   * @param times whatever lies outside of it altogether may be left out
   * @param folder empty, and for these files only
   * @throws UserException in words, where the logs are not to be had, or there are none
   * @throws IOException where the folder cannot be written to
   */
  void fetch(String address, TimeRange times, Path folder) throws IOException;
}
