package io.growthline.domain.scoring;

/**
 * Turns a margin into a probability: p = 1 / (1 + exp(-(slope · margin + intercept))). Platt 1999,
 * "Probabilistic outputs for support vector machines", with A = -slope and B = -intercept; fitted
 * by Newton's method with backtracking after Lin, Lin and Weng 2007, "A note on Platt's
 * probabilistic outputs for support vector machines".
 *
 * @param slope of the log odds by margin
 * @param intercept log odds at margin 0
 */
public record PlattScaling(double slope, double intercept) {
  /** Leaves the margin as it is. */
  public static final PlattScaling IDENTITY = new PlattScaling(1, 0);

  private static final int MAX_ITERATIONS = 100;
  private static final double MIN_STEP = 1e-10;
  private static final double RIDGE = 1e-12;
  private static final double TOLERANCE = 1e-8;

  /**
   * Fits margins to outcomes. Targets are smoothed as Platt proposes, (N₊+1)/(N₊+2) and 1/(N₋+2),
   * so that perfectly separable data still give finite values.
   */
  public static PlattScaling fit(double[] margins, boolean[] outcomes) {
    long positives = 0;
    for (boolean outcome : outcomes) {
      positives += outcome ? 1 : 0;
    }
    long negatives = outcomes.length - positives;
    double[] targets = new double[outcomes.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = outcomes[i] ? (positives + 1.0) / (positives + 2.0) : 1.0 / (negatives + 2.0);
    }
    PlattScaling current = new PlattScaling(0, Math.log((positives + 1.0) / (negatives + 1.0)));
    double loss = current.loss(margins, targets);
    for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      double g1 = 0;
      double g2 = 0;
      double h11 = RIDGE;
      double h22 = RIDGE;
      double h21 = 0;
      for (int i = 0; i < margins.length; i++) {
        double p = current.probability(margins[i]);
        double d1 = p - targets[i];
        double d2 = p * (1 - p);
        g1 += margins[i] * d1;
        g2 += d1;
        h11 += margins[i] * margins[i] * d2;
        h22 += d2;
        h21 += margins[i] * d2;
      }
      if (Math.abs(g1) < TOLERANCE && Math.abs(g2) < TOLERANCE) {
        break;
      }
      double determinant = h11 * h22 - h21 * h21;
      double dSlope = -(h22 * g1 - h21 * g2) / determinant;
      double dIntercept = -(h11 * g2 - h21 * g1) / determinant;
      double descent = g1 * dSlope + g2 * dIntercept;
      double step = 1;
      boolean moved = false;
      while (step >= MIN_STEP && !moved) {
        PlattScaling next =
            new PlattScaling(current.slope + step * dSlope, current.intercept + step * dIntercept);
        double nextLoss = next.loss(margins, targets);
        if (nextLoss < loss + 1e-4 * step * descent) {
          current = next;
          loss = nextLoss;
          moved = true;
        }
        step /= 2;
      }
      if (!moved) {
        break;
      }
    }
    return current;
  }

  /** Calibrated log odds of a margin. */
  public double logOdds(double margin) {
    return slope * margin + intercept;
  }

  /** Calibrated probability of a margin. */
  public double probability(double margin) {
    return 1 / (1 + Math.exp(-logOdds(margin)));
  }

  // Cross entropy without overflow: log(1 + exp(-|z|)) + max(z, 0) - t z.
  private double loss(double[] margins, double[] targets) {
    double loss = 0;
    for (int i = 0; i < margins.length; i++) {
      double z = logOdds(margins[i]);
      loss += Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - targets[i] * z;
    }
    return loss;
  }
}
