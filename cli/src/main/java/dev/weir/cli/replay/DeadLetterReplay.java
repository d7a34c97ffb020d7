package dev.weir.cli.replay;

import dev.weir.cli.MessageSender;
import dev.weir.cli.StopSignal;
import dev.weir.file.DeadLetterFile;
import dev.weir.file.LogFiles;
import dev.weir.flow.DeadLetter;
import java.nio.file.Path;
import java.util.List;

/**
 * Sends the payloads of dead letters to a topic once what was wrong with them is mended: the fault
 * may have lain in the options. What was cut is no longer what came, and is not sent.
 */
final class DeadLetterReplay {
  private final MessageSender sender;
  private final StopSignal stop;
  private long cut;

  private DeadLetterReplay(MessageSender sender, StopSignal stop) {
    this.sender = sender;
    this.stop = stop;
  }

  /**
   * Sends the payloads of files, in order, and waits until they have arrived.
   *
   * @return how many were cut, and so not sent
   */
  static long run(List<Path> input, MessageSender sender, StopSignal stop) {
    DeadLetterReplay replay = new DeadLetterReplay(sender, stop);
    for (Path file : LogFiles.list(input)) {
      DeadLetterFile.read(file, replay::send);
    }
    sender.flush();
    return replay.cut;
  }

  private void send(DeadLetter letter) {
    if (letter.truncated()) {
      cut++;
    } else if (!stop.isRequested()) {
      sender.send(null, letter.payload());
    }
  }
}
