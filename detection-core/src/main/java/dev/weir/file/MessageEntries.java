package dev.weir.file;

import dev.weir.flow.Ignored;

/**
 * What the entries of one message after another say of the message: whether it is part of the log,
 * and so worth to be sent on.
 */
public final class MessageEntries {
  private boolean foreign;
  private boolean own;

  /** Makes ready for the next message. */
  public void clear() {
    foreign = false;
    own = false;
  }

  /** Takes in an entry that was not ignored. */
  public void add() {
    own = true;
  }

  /** Takes in an entry that was. */
  public void add(Ignored reason) {
    if (reason == Ignored.HEADER || reason == Ignored.OTHER_LOG) {
      foreign = true;
    } else {
      own = true;
    }
  }

  /** False where all of the message's entries are headers or of another log. */
  public boolean arePartOfLog() {
    return own || !foreign;
  }
}
