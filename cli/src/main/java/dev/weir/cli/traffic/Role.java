package dev.weir.cli.traffic;

/** What a host is there for. */
enum Role {
  WORKSTATION("ws"),
  WEB("web"),
  APP("app"),
  DATABASE("db"),
  MAIL("mail"),
  RESOLVER("dns"),
  FILES("files"),
  DIRECTORY("dc"),
  BACKUP("backup"),
  MONITORING("monitor"),
  CI("ci"),
  PROXY("proxy"),
  JUMP("jump"),
  TERMINAL("rds"),
  OUTSIDE("outside");

  private final String stem;

  Role(String stem) {
    this.stem = stem;
  }

  /** What the names of such hosts begin with. */
  String stem() {
    return stem;
  }
}
