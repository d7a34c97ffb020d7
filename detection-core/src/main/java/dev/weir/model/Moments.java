package dev.weir.model;

/**
 * Moments between 0 and 1 with weights, by which a polynomial's integral over that range is a sum:
 * Gauss and Legendre's quadrature.
 */
record Moments(double[] at, double[] weight) {

  private static final int NEWTON_STEPS = 50;
  private static final double CLOSE = 1e-16;

  /** As many as make the sum exact for polynomials of that degree and below. */
  static Moments exactTo(int degree) {
    int n = degree / 2 + 1;
    double[] at = new double[n];
    double[] weight = new double[n];
    for (int i = 0; i < n; i++) {
      // Roots of the Legendre polynomial lie near these cosines, and Newton's method finds them.
      double x = StrictMath.cos(StrictMath.PI * (i + 0.75) / (n + 0.5));
      double slope = slope(n, x);
      for (int step = 0; step < NEWTON_STEPS; step++) {
        double change = legendre(n, x) / slope;
        x -= change;
        slope = slope(n, x);
        if (Math.abs(change) < CLOSE) {
          break;
        }
      }
      at[i] = (1 + x) / 2;
      weight[i] = 1 / ((1 - x * x) * slope * slope);
    }
    return new Moments(at, weight);
  }

  int size() {
    return at.length;
  }

  /** The Legendre polynomial of degree n. */
  private static double legendre(int n, double x) {
    double before = 0;
    double value = 1;
    for (int k = 0; k < n; k++) {
      double next = ((2 * k + 1) * x * value - k * before) / (k + 1);
      before = value;
      value = next;
    }
    return value;
  }

  private static double slope(int n, double x) {
    return n * (x * legendre(n, x) - legendre(n - 1, x)) / (x * x - 1);
  }
}
