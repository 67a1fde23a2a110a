package io.growthline.domain.pricing;

import java.util.Map;
import java.util.SortedMap;

/**
 * Margin before incentive as a share of expected revenue of twelve months, from accepted offers:
 * the ratio of sums r = m / x over cells, with the variance of Cochran's ratio estimator, cells
 * being the sample: k / (k - 1) sum((m_c - r x_c)^2) / (sum x_c)^2 (Cochran 1977, "Sampling
 * Techniques", 3rd ed., section 6.4). Dividing by expected instead of full revenue keeps churn from
 * being counted twice, since observed margins already carry it.
 */
final class MarginRatio {
  private MarginRatio() {}

  /**
   * @param churn churn of the segment; null when unknown, then no ratio is estimated
   */
  static Economics estimate(SortedMap<OfferCell, CellCounts> cells, Estimate churn) {
    double payout = payout(cells);
    if (churn == null) {
      return new Economics(null, null, payout);
    }
    double payments = Churn.payments(churn.value());
    double margin = 0;
    double revenue = 0;
    long sampled = 0;
    for (Map.Entry<OfferCell, CellCounts> cell : cells.entrySet()) {
      margin += cell.getValue().marginMinor();
      revenue += revenue(cell, payments);
      sampled += cell.getValue().margins() > 0 ? 1 : 0;
    }
    if (sampled < 2) {
      return new Economics(null, null, payout);
    }
    double ratio = margin / revenue;
    double squares = 0;
    for (Map.Entry<OfferCell, CellCounts> cell : cells.entrySet()) {
      double residual = cell.getValue().marginMinor() - ratio * revenue(cell, payments);
      squares += residual * residual;
    }
    double error = Math.sqrt((double) sampled / (sampled - 1) * squares) / revenue;
    return new Economics(ratio, error, payout);
  }

  private static double revenue(Map.Entry<OfferCell, CellCounts> cell, double payments) {
    return cell.getKey().priceMinor() * payments * cell.getValue().margins();
  }

  private static double payout(SortedMap<OfferCell, CellCounts> cells) {
    double shown = 0;
    double paid = 0;
    for (Map.Entry<OfferCell, CellCounts> cell : cells.entrySet()) {
      shown += (double) cell.getKey().incentiveMinor() * cell.getValue().payouts();
      paid += cell.getValue().incentiveCostMinor();
    }
    return shown == 0 ? 1 : paid / shown;
  }
}
