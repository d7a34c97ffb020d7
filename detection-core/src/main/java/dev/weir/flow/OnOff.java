package dev.weir.flow;

/** A switch with two positions, written on and off. */
public enum OnOff {
  ON,
  OFF;

  /** Whether it is on. */
  public boolean isOn() {
    return this == ON;
  }

  @Override
  public String toString() {
    return this == ON ? "on" : "off";
  }
}
