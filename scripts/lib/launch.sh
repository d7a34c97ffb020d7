# shellcheck shell=bash
# What the launchers have in common: they build what is missing or older than its sources, and run it
# in a JVM that finds Flink's way into Java. To be sourced, with these variables set:
#
# program  what messages call the launcher
# home     the repository
# stamp    a file that is as old as the last build
# profile  Maven's, for that build; empty for none
# others   a pattern of paths that this build does not make
#
# and a function is_complete, which tells whether everything is there that the build makes.
# shellcheck disable=SC2154 # They are.

fail() {
  printf '%s: %s\n' "$program" "$*" >&2
  exit 1
}

# Where a chain of links ends; readlink -f is missing on older macOS.
resolve() {
  local path=$1 link
  while [ -L "$path" ]; do
    link=$(readlink "$path")
    case $link in
      /*) path=$link ;;
      *) path=$(dirname "$path")/$link ;;
    esac
  done
  printf '%s\n' "$path"
}

target=$home/target
lock=$target/.building
build_log=$target/build.log

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, which has no bin/java; set it to a JDK 17 or newer"
  else
    java=$(command -v java) || fail "there is no java on the PATH; install a JDK 17 or newer or set JAVA_HOME"
  fi
  java_version=$(release_version "$java")
  [ -n "$java_version" ] || fail "$java does not tell its version; set JAVA_HOME to a JDK 17 or newer"
  [ "$java_version" -ge 17 ] || fail "$java is Java $java_version; install a JDK 17 or newer or set JAVA_HOME"
}

# The feature release, such as 17. A JDK states it in a file, which is quicker to ask than the JVM.
release_version() {
  local release line version=
  release=$(dirname "$(dirname "$(resolve "$1")")")/release
  if [ -r "$release" ]; then
    while IFS= read -r line; do
      case $line in
        JAVA_VERSION=*) version=${line#JAVA_VERSION=} ;;
      esac
    done <"$release"
  fi
  if [ -z "$version" ]; then
    line=$("$1" -version 2>&1 | grep ' version "' | head -n 1) || true
    version=${line#*version }
  fi
  version=${version#\"}
  version=${version#1.}
  version=${version%%[!0-9]*}
  printf '%s\n' "$version"
}

require_maven() {
  local line version major minor
  command -v mvn >/dev/null || fail "there is no mvn on the PATH; install Maven 3.8 or newer"
  line=$(mvn -B -v 2>/dev/null | grep 'Apache Maven ' | head -n 1) || true
  version=${line#*Apache Maven }
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%[!0-9]*}
  case $major$minor in
    '' | *[!0-9]*) fail "mvn -v does not tell Maven's version; install Maven 3.8 or newer" ;;
  esac
  if [ "$major" -lt 3 ] || { [ "$major" -eq 3 ] && [ "$minor" -lt 8 ]; }; then
    fail "mvn is Maven $major.$minor; install Maven 3.8 or newer"
  fi
  [ -x "$(dirname "$java")/javac" ] || [ "$java" = /usr/bin/java ] \
    || fail "$java belongs to no JDK, which building needs; set JAVA_HOME to a JDK 17 or newer"
}

is_built() {
  [ -f "$stamp" ] || return 1
  is_complete || return 1
  # A folder is newer, too, once something in it was renamed or deleted.
  [ -z "$(find "$home/pom.xml" "$home"/*/pom.xml "$home"/*/src/main -newer "$stamp" \
    -not -path "$others" 2>/dev/null | head -n 1)" ]
}

# Whether one of the processes in the lock is there: the launcher that took it, or the Maven that it
# started and that goes on without it where it was killed.
lock_is_held() {
  local pid
  # Nobody stands in it yet: it was taken just now.
  [ -s "$lock/pids" ] || return 0
  while IFS= read -r pid; do
    if kill -0 "$pid" 2>/dev/null; then
      builder=$pid
      return 0
    fi
  done <"$lock/pids"
  return 1
}

# Clears away a lock whose processes are gone. Only one may, and only after it has looked again: what
# is there by then may be another's.
drop_stale_lock() {
  mkdir "$lock/dropping" 2>/dev/null || return 0
  if lock_is_held; then
    rmdir "$lock/dropping"
  else
    rm -rf "$lock"
  fi
}

# Makes this the only build here.
take_lock() {
  local waited='' builder=''
  mkdir -p "$target"
  until mkdir "$lock" 2>/dev/null; do
    if ! lock_is_held; then
      drop_stale_lock
      continue
    fi
    if [ -z "$waited" ]; then
      printf '%s: waiting for another build%s (if there is none, delete %s)\n' \
        "$program" "${builder:+, process $builder}" "$lock" >&2
      waited=yes
    fi
    sleep 1
  done
  printf '%s\n' "$$" >"$lock/pids"
  maven=
  trap 'rm -rf "$lock"' EXIT
  trap 'stop_maven; exit 130' INT TERM HUP
}

release_lock() {
  rm -rf "$lock"
  trap - EXIT INT TERM HUP
}

# Maven in the background does not hear Ctrl-C, and wait does not go on waiting after a signal.
stop_maven() {
  [ -z "$maven" ] || kill "$maven" 2>/dev/null || return 0
  wait "$maven" 2>/dev/null || true
}

run_maven() {
  # The process becomes Maven's JVM, so that the lock is held for as long as that runs.
  (cd "$home" && exec mvn -q -B -DskipTests -Dquick ${profile:+"-P$profile"} package) >"$build_log" 2>&1 </dev/null &
  maven=$!
  printf '%s\n' "$maven" >>"$lock/pids"
  wait "$maven"
}

build() {
  local jar
  require_maven
  take_lock
  if is_built; then
    release_lock
    return
  fi
  if [ -f "$stamp" ]; then
    printf '%s: building (its sources changed; log: %s)\n' "$program" "$build_log" >&2
  else
    printf '%s: building (first time: a few minutes; log: %s)\n' "$program" "$build_log" >&2
  fi
  # What is edited from now on is newer than this build.
  touch "$target/.started"
  # Unlinked rather than overwritten, so that a weir that runs keeps the classes that it started with.
  for jar in "$home"/*/target/*.jar; do
    # shellcheck disable=SC2254 # A pattern.
    case $jar in
      $others) ;;
      *) rm -f "$jar" ;;
    esac
  done
  if ! run_maven; then
    grep '^\[ERROR\]' "$build_log" | grep -v -e '^\[ERROR\] *$' -e '\[Help' -e '-e switch' \
      -e '-X switch' -e 'possible solutions' -e 'mvn <args>' -e 'After correcting' \
      | awk '!seen[$0]++' | head -n 10 >&2 || true
    fail "the build failed; all of it is in $build_log"
  fi
  mv "$target/.started" "$stamp"
  # A build with a profile makes everything else as well.
  [ -z "$profile" ] || touch -r "$stamp" "$target/.built"
  release_lock
}

# Makes a folder for the temporary files of this process, which the JVM deletes when it ends; those
# of processes that were killed before they could are cleared away first.
make_temporary() {
  local all=${TMPDIR:-/tmp} folder pid
  all=${all%/}
  for folder in "$all"/weir-[0-9]*-??????; do
    pid=${folder#"$all"/weir-}
    pid=${pid%%-*}
    if [ -O "$folder" ] && [ -d "$folder" ] && [ ! -L "$folder" ] && ! kill -0 "$pid" 2>/dev/null
    then
      rm -rf "$folder"
    fi
  done
  temporary=$(mktemp -d "$all/weir-$$-XXXXXX") \
    || fail "no temporary folder can be made in $all; set TMPDIR to one that may be written to"
}

# The JVM's options, for that java.
set_options() {
  options=(
    -Xmx3g
    -XX:+UseG1GC
    -XX:+ExitOnOutOfMemoryError
    "-Dweir.home=$home"
    "-Dweir.log.file=$target/logs/weir.log"
    "-Djava.io.tmpdir=$temporary"
    "-Dweir.temporary=$temporary"
  )
  # Java 17 and later hide what Flink and Kafka reach into.
  for package in lang net io nio lang.reflect text time util util.concurrent util.concurrent.atomic \
    util.concurrent.locks; do
    options+=("--add-opens=java.base/java.$package=ALL-UNNAMED")
  done
  options+=(--add-opens=java.base/sun.nio.ch=ALL-UNNAMED)
  # Newer ones warn of what Flink's libraries do, and an older one does not know how to be told.
  [ "$java_version" -lt 22 ] || options+=(--enable-native-access=ALL-UNNAMED)
  [ "$java_version" -lt 23 ] || options+=(--sun-misc-unsafe-memory-access=allow)
  [ ! -t 2 ] || options+=(-Dweir.terminal=true)
}
