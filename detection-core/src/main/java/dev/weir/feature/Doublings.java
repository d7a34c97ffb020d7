package dev.weir.feature;

/**
 * When an open window is looked at: as its flows come to 1, 2, 4, 8 … times a base. Which of these
 * were passed follows from the flows alone, so that nothing has to be remembered.
 *
 * @param base flows at the first look; 0 for none at all
 */
public record Doublings(long base) {

  /** Never. */
  public static final Doublings NONE = new Doublings(0);

  /** Refuses a base that is none. */
  public Doublings {
    if (base < 0) {
      throw new IllegalArgumentException("a base of " + base + " flows");
    }
  }

  /** Whether flows that were added made the window worth another look. */
  public boolean passed(long before, long after) {
    return base > 0 && level(after) > level(before);
  }

  private int level(long flows) {
    return flows < base ? 0 : Long.SIZE - Long.numberOfLeadingZeros(flows / base);
  }
}
