package dev.weir.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.Ignored;
import org.junit.jupiter.api.Test;

class MessageEntriesTest {

  private final MessageEntries entries = new MessageEntries();

  @Test
  void aMessageOfHeadersAndOtherLogsIsNoPartOfTheLog() {
    entries.add(Ignored.HEADER);
    entries.add(Ignored.OTHER_LOG);

    assertThat(entries.arePartOfLog()).isFalse();
  }

  @Test
  void oneOtherEntryMakesItSoWhereverItStands() {
    entries.add();
    entries.add(Ignored.HEADER);
    assertThat(entries.arePartOfLog()).isTrue();

    entries.clear();
    entries.add(Ignored.HEADER);
    entries.add(Ignored.NO_DATA);
    assertThat(entries.arePartOfLog()).isTrue();
  }

  @Test
  void aMessageWithoutEntriesIsPartOfTheLog() {
    entries.add(Ignored.HEADER);
    entries.clear();

    assertThat(entries.arePartOfLog()).isTrue();
  }
}
