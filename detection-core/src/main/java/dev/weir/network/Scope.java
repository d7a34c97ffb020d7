package dev.weir.network;

import java.util.Locale;

/** What tells two private addresses of the same text apart. */
public enum Scope {
  /** The VPC where the log names it, else the account. */
  VPC,
  /** The account, even where the log names the VPC. */
  ACCOUNT;

  /** The scope of a private address that an interface of that account and VPC has seen. */
  String of(String account, String vpc) {
    return this == VPC && !vpc.isEmpty() ? vpc : account;
  }

  /**
   * The scope that is written so.
   *
   * @throws IllegalArgumentException where none is
   */
  public static Scope ofId(String id) {
    for (Scope scope : values()) {
      if (scope.toString().equals(id)) {
        return scope;
      }
    }
    throw new IllegalArgumentException("unknown scope '" + id + "'");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
