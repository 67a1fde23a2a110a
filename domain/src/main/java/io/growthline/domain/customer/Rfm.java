package io.growthline.domain.customer;

import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerMart;
import io.growthline.domain.mart.PopulationMart;
import io.growthline.domain.mart.TotalRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Scores customers by fifths of all customers with a purchase: by how recently, how often and for
 * how much they bought (A. M. Hughes, Strategic Database Marketing, 1994). The segments of the life
 * cycle are ours: by these scores and by how long ago the customer was active.
 *
 * <p>Values are compared to three significant digits, which bounds what is counted whatever the
 * number of customers; below 1,000 they are exact. For ties see {@link Quintiles}.
 */
public final class Rfm
    implements PopulationMart<Customer360Profile, Counts<Rfm.Seen>, Rfm.Scores, CustomerRfm> {
  private static final int RECENCY = 0;
  private static final int FREQUENCY = 1;
  private static final int MONETARY = 2;

  /**
   * A value that customers have.
   *
   * @param aspect recency, frequency or monetary value, from 0
   * @param value higher is better
   */
  public record Seen(long aspect, long value) {}

  /** The fifths by recency, frequency and monetary value. */
  public record Scores(LocalDate asOf, List<Quintiles> fifths) {}

  @Override
  public Class<CustomerRfm> table() {
    return CustomerRfm.class;
  }

  @Override
  public CustomerMart<Customer360Profile> input() {
    return new Customer360();
  }

  @Override
  public Counts<Seen> empty() {
    return new Counts<>(Seen.class, 1);
  }

  @Override
  public void count(Customer360Profile row, Counts<Seen> into) {
    if (hasBought(row)) {
      into.add(new Seen(RECENCY, recency(row)), 0, 1);
      into.add(new Seen(FREQUENCY, frequency(row)), 0, 1);
      into.add(new Seen(MONETARY, monetary(row)), 0, 1);
    }
  }

  @Override
  public Scores fit(Counts<Seen> all, TotalRows tables, LocalDate asOf) {
    List<TreeMap<Long, Long>> customers =
        List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    all.forEach((seen, count) -> customers.get((int) seen.aspect()).put(seen.value(), count[0]));
    List<Quintiles> fifths = new ArrayList<>();
    customers.forEach(aspect -> fifths.add(new Quintiles(aspect)));
    return new Scores(asOf, fifths);
  }

  @Override
  public List<CustomerRfm> rows(Customer360Profile row, Scores scores) {
    if (!hasBought(row)) {
      return List.of(row(row, scores, null));
    }
    return List.of(
        row(
            row,
            scores,
            new Cell(
                scores.fifths().get(RECENCY).of(recency(row)),
                scores.fifths().get(FREQUENCY).of(frequency(row)),
                scores.fifths().get(MONETARY).of(monetary(row)))));
  }

  @Override
  public String emptyBecause() {
    return "no raw events of customers";
  }

  private static CustomerRfm row(Customer360Profile customer, Scores scores, Cell cell) {
    return new CustomerRfm(
        customer.customerId(),
        scores.asOf(),
        customer.daysSinceTransaction(),
        customer.transactionCount(),
        customer.spendMinor(),
        cell == null ? null : cell.recency(),
        cell == null ? null : cell.frequency(),
        cell == null ? null : cell.monetary(),
        cell == null ? null : cell.text(),
        lifecycle(customer, cell));
  }

  private static String lifecycle(Customer360Profile customer, Cell cell) {
    if (customer.transactionCount() == 0) {
      return "prospect";
    }
    if (customer.recencyStatus().equals(Recency.LEFT)) {
      return "lost";
    }
    if (cell != null && cell.isBest()) {
      return "vip";
    }
    if (!customer.recencyStatus().equals(Recency.ACTIVE) || (cell != null && cell.isMissed())) {
      return "at_risk";
    }
    return cell == null ? null : "regular";
  }

  /** Scores from 1 to 5. */
  private record Cell(long recency, long frequency, long monetary) {
    private static final int GOOD = 4;
    private static final int FAIR = 3;

    String text() {
      return "" + recency + frequency + monetary;
    }

    boolean isBest() {
      return recency >= GOOD && frequency >= GOOD && monetary >= GOOD;
    }

    /** Whether a good customer has not bought for long. */
    boolean isMissed() {
      return recency < FAIR && frequency >= FAIR && monetary >= FAIR;
    }
  }

  private static boolean hasBought(Customer360Profile row) {
    return row.daysSinceTransaction() != null && row.spendMinor() != null;
  }

  private static long recency(Customer360Profile row) {
    return rounded(-row.daysSinceTransaction());
  }

  private static long frequency(Customer360Profile row) {
    return rounded(row.transactionCount());
  }

  private static long monetary(Customer360Profile row) {
    return rounded(row.spendMinor());
  }

  /** A number to three significant digits, towards 0. */
  static long rounded(long value) {
    long unit = 1;
    while (value / unit >= 1_000 || value / unit <= -1_000) {
      unit *= 10;
    }
    return value / unit * unit;
  }
}
