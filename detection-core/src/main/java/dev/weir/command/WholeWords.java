package dev.weir.command;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IOptionRenderer;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Help pages that break lines between words only: picocli would break a value such as
 * weir.dead-letters or 00:00:00Z where a sentence could be. Within a word, what is neither letter
 * nor digit is replaced by a character of Unicode's private area, which nothing breaks at, and put
 * back when lines are broken.
 */
final class WholeWords extends Help {

  private static final char PRIVATE = '\uE000';
  private static final int ASCII = 0x80;

  /** What is longer has to break somewhere. */
  private static final int LONGEST = 45;

  private WholeWords(CommandSpec command, ColorScheme scheme) {
    super(command, scheme);
  }

  /** Sets up a command and those below it. */
  static CommandLine in(CommandLine command) {
    command.setHelpFactory(WholeWords::new);
    var sections = command.getHelpSectionMap();
    sections.replaceAll((key, section) -> help -> restored(section.render(help)));
    return command.setHelpSectionMap(sections);
  }

  @Override
  public IOptionRenderer createDefaultOptionRenderer() {
    IOptionRenderer plain = super.createDefaultOptionRenderer();
    return (option, labels, scheme) -> {
      Text[][] rows = plain.render(option, labels, scheme);
      for (Text[] row : rows) {
        int description = row.length - 1;
        row[description] = scheme.text(kept(row[description].plainString()));
      }
      return rows;
    };
  }

  private static String kept(String text) {
    return Arrays.stream(text.split(" ", -1))
        .map(word -> word.length() > LONGEST ? word : keptWord(word))
        .collect(Collectors.joining(" "));
  }

  private static String keptWord(String word) {
    StringBuilder kept = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < ASCII && c > ' ' && !Character.isLetterOrDigit(c)) {
        kept.setCharAt(i, (char) (PRIVATE + c));
      }
    }
    return kept.toString();
  }

  private static String restored(String text) {
    StringBuilder restored = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= PRIVATE && c < PRIVATE + ASCII) {
        restored.setCharAt(i, (char) (c - PRIVATE));
      }
    }
    return restored.toString();
  }
}
