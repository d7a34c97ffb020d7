package dev.weir.flow;

/** An option's value that cannot be: the command was called wrongly, and did nothing. */
public final class UsageException extends UserException {

  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
