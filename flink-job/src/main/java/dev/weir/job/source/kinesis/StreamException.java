package dev.weir.job.source.kinesis;

import dev.weir.flow.UserException;

/** Why a call to a stream did not give what was asked for. */
final class StreamException extends UserException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What follows from it. */
  enum Kind {
    /** Too many calls: wait longer. */
    THROTTLED,
    /** Passes by itself: try again. */
    PASSING,
    /** An iterator is too old: take a new one. */
    EXPIRED_ITERATOR,
    /** The shard is no more, since what was in it is older than the stream keeps it. */
    SHARD_GONE,
    /** Somebody has to mend something; the message says what. */
    FATAL
  }

  StreamException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
