package dev.weir.finding;

import java.io.Serializable;

/**
 * A named kind of strange. Holds the constants of its condition, which command lines set once, and
 * nothing else; conditions are pure functions of a view and of what is normal.
 *
 * <p>A condition has a shape (whom, how answered, which way) and a measure. It holds where the
 * shape is there and the measure reaches its limit; where the measure reaches half of it, an open
 * incident goes on. While a window fills, a finding that is {@link Description#monotone} asks for
 * nothing that further flows could make untrue, and where its shape is of that kind for a multiple
 * of its limit instead, which is enough at the window's end as well.
 */
interface Finding extends Serializable {

  Description description();
}
