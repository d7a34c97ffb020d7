package dev.weir.cli.docs;

import java.util.ArrayList;
import java.util.List;

/** What a Markdown page sets as code: fenced, indented or between backticks in a line. */
final class CodeBlocks {

  private CodeBlocks() {}

  /** The lines of fenced blocks of a language, and of indented ones, continued lines joined. */
  static List<String> commands(String page) {
    List<String> lines = new ArrayList<>();
    String language = null;
    StringBuilder joined = new StringBuilder();
    for (String line : page.lines().toList()) {
      if (line.startsWith("```")) {
        language = language == null ? line.substring(3).trim() : null;
      } else if ("sh".equals(language) || (language == null && line.startsWith("    "))) {
        joined.append(line.strip());
        if (joined.length() > 0 && joined.charAt(joined.length() - 1) == '\\') {
          joined.setLength(joined.length() - 1);
        } else {
          lines.add(joined.toString());
          joined.setLength(0);
        }
      }
    }
    return lines;
  }

  /** The fenced blocks of a language. */
  static List<String> fenced(String page, String language) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = null;
    for (String line : page.lines().toList()) {
      if (block == null && line.equals("```" + language)) {
        block = new StringBuilder();
      } else if (block != null && line.equals("```")) {
        blocks.add(block.toString());
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    return blocks;
  }

  /** Texts between single backticks, outside of fenced blocks. */
  static List<String> inline(String page) {
    List<String> found = new ArrayList<>();
    boolean fenced = false;
    for (String line : page.lines().toList()) {
      if (line.startsWith("```")) {
        fenced = !fenced;
      } else if (!fenced) {
        String[] parts = line.split("`", -1);
        for (int i = 1; i < parts.length - 1; i += 2) {
          found.add(parts[i]);
        }
      }
    }
    return found;
  }
}
