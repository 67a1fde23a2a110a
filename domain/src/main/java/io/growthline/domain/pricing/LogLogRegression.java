package io.growthline.domain.pricing;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Constant-elasticity demand for quantities sold: ln q = a + e ln price + controls, by ordinary
 * least squares (Greene 2018, "Econometric Analysis", 8th ed., eq. 3-6). For sales that are counted
 * rather than offers that are accepted or not.
 */
public final class LogLogRegression {
  private final RealMatrix cross;
  private final RealVector product;

  /**
   * @param controls how many controls each observation has
   */
  public LogLogRegression(int controls) {
    cross = MatrixUtils.createRealMatrix(controls + 2, controls + 2);
    product = MatrixUtils.createRealVector(new double[controls + 2]);
  }

  /**
   * Adds an observation.
   *
   * @param quantity units sold, above zero
   * @param price price, above zero
   * @param controls other influences, for example 1 when advertised
   */
  public void add(double quantity, double price, double... controls) {
    if (!(quantity > 0 && price > 0)) {
      throw new IllegalArgumentException(
          "Quantity and price must be above zero, not " + quantity + " and " + price);
    }
    double[] x = new double[controls.length + 2];
    x[0] = 1;
    x[1] = Math.log(price);
    System.arraycopy(controls, 0, x, 2, controls.length);
    for (int i = 0; i < x.length; i++) {
      product.addToEntry(i, x[i] * Math.log(quantity));
      for (int j = 0; j < x.length; j++) {
        cross.addToEntry(i, j, x[i] * x[j]);
      }
    }
  }

  /** Intercept, elasticity, then one coefficient for each control. */
  public List<Double> coefficients() {
    RealVector b = new CholeskyDecomposition(cross).getSolver().solve(product);
    return Arrays.stream(b.toArray()).boxed().toList();
  }
}
