package dev.weir.finding;

/** How much a finding's name says; of several that fit the one that says most comes first. */
enum Tier {
  /** Names what somebody does, and to whom. */
  DEED,
  /** Names a way of behaving, which has more than one cause. */
  HABIT,
  /** Names that there is more than ever. */
  AMOUNT,
  /** Names nothing. */
  NOTHING
}
