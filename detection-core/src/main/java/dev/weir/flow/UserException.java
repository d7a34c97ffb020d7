package dev.weir.flow;

/**
 * A failure that the user can mend: the message is one sentence that names the thing and the
 * remedy, fit to be shown without a stack trace.
 */
public class UserException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UserException(String message) {
    super(message);
  }

  public UserException(String message, Throwable cause) {
    super(message, cause);
  }
}
