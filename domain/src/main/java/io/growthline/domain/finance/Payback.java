package io.growthline.domain.finance;

import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.event.Cost;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sets what customers of a signup month and channel bring against what it cost to win them. */
public final class Payback implements TotalMart<Counts<Payback.Cell>, AcquisitionPayback> {
  private static final int CUSTOMERS = 0;
  private static final int REVENUE = 1;
  private static final int SPEND = 2;
  private static final int COST = 3;

  /**
   * A cohort in a month of its life; or the spend, or the costs, of a month.
   *
   * @param channel null for costs
   * @param since months since signup; null for spend and costs
   */
  public record Cell(LocalDate month, String channel, Long since) {}

  @Override
  public Class<AcquisitionPayback> table() {
    return AcquisitionPayback.class;
  }

  @Override
  public Counts<Cell> empty() {
    return new Counts<>(Cell.class, 4);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Cell> into) {
    customer.known().all(CampaignSpend.class).forEach(spend -> count(spend, into));
    customer.known().all(Cost.class).forEach(cost -> count(cost, into));
    if (customer.openedOn().isEmpty()) {
      return;
    }
    LocalDate cohort = customer.openedOn().get().withDayOfMonth(1);
    String channel = customer.versions().current().map(DimCustomer::signupChannel).orElse(null);
    String known = channel == null ? "unknown" : channel;
    into.add(new Cell(cohort, known, 0L), CUSTOMERS, 1);
    for (Payment payment : customer.known().all(Payment.class)) {
      LocalDate month = Billed.day(payment).withDayOfMonth(1);
      long since = Math.max(0, ChronoUnit.MONTHS.between(cohort, month));
      long minor =
          payment.succeeded()
              ? payment.amountMinor()
              : payment.refunded() ? -payment.amountMinor() : 0;
      if (minor != 0) {
        into.add(new Cell(cohort, known, since), REVENUE, minor);
      }
    }
  }

  @Override
  public void count(RawEvent withoutCustomer, ReportingCurrency currency, Counts<Cell> into) {
    count(withoutCustomer, into);
  }

  @Override
  public List<AcquisitionPayback> rows(Counts<Cell> all, LocalDate asOf) {
    LocalDate end = asOf.withDayOfMonth(1);
    TreeMap<LocalDate, Double> costs = costPerCustomer(all);
    List<AcquisitionPayback> rows = new ArrayList<>();
    Cell last = null;
    for (Cell cell : all.keys()) {
      Cell cohort = new Cell(cell.month(), cell.channel(), 0L);
      if (cell.channel() != null && !cohort.equals(last) && cell.month().isBefore(end)) {
        rows.add(new Cohort(cohort, all, costs, end).row());
        last = cohort;
      }
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no signup month has ended, and no raw.campaign_spend";
  }

  private static void count(RawEvent event, Counts<Cell> into) {
    if (event instanceof CampaignSpend spend) {
      LocalDate month = spend.spendOn().withDayOfMonth(1);
      into.add(new Cell(month, spend.channel(), null), SPEND, spend.spendMinor());
    } else if (event instanceof Cost cost && CostShares.isDivided(cost)) {
      into.add(new Cell(cost.month().withDayOfMonth(1), null, null), COST, cost.amountMinor());
    }
  }

  /** Costs of each month that has bookings, over all who had signed up by its end. */
  private static TreeMap<LocalDate, Double> costPerCustomer(Counts<Cell> all) {
    TreeMap<LocalDate, Long> customers = new TreeMap<>();
    TreeMap<LocalDate, Long> costs = new TreeMap<>();
    all.forEach(
        (cell, sums) -> {
          if (cell.channel() == null) {
            costs.put(cell.month(), sums[COST]);
          } else {
            customers.merge(cell.month(), sums[CUSTOMERS], Math::addExact);
          }
        });
    return CostShares.perCustomer(costs, customers);
  }

  /** One row. */
  private static final class Cohort {
    private final Cell cohort;
    private final long customers;
    private final long spend;
    private final int months;
    private final long[] revenue;
    private final double[] margin;
    private final boolean costsKnown;

    Cohort(Cell cohort, Counts<Cell> all, Map<LocalDate, Double> costs, LocalDate end) {
      this.cohort = cohort;
      customers = all.get(cohort, CUSTOMERS);
      spend = all.get(new Cell(cohort.month(), cohort.channel(), null), SPEND);
      months = (int) ChronoUnit.MONTHS.between(cohort.month(), end);
      revenue = new long[months];
      margin = new double[months];
      boolean known = true;
      double cost = 0;
      for (int i = 0; i < months; i++) {
        long paid = all.get(new Cell(cohort.month(), cohort.channel(), (long) i), REVENUE);
        revenue[i] = i == 0 ? paid : Math.addExact(revenue[i - 1], paid);
        Double each = costs.get(cohort.month().plusMonths(i));
        known &= each != null;
        cost += each == null ? 0 : each * customers;
        margin[i] = revenue[i] - cost;
      }
      costsKnown = known;
    }

    AcquisitionPayback row() {
      Long paidBack = paidBackAfter();
      return new AcquisitionPayback(
          cohort.month(),
          cohort.channel(),
          customers,
          spend,
          spend == 0 || customers == 0 ? null : (Double) ((double) spend / customers),
          months,
          revenue[months - 1],
          revenuePerCustomer(1),
          revenuePerCustomer(3),
          revenuePerCustomer(6),
          revenuePerCustomer(12),
          marginPerCustomer(1),
          marginPerCustomer(3),
          marginPerCustomer(6),
          marginPerCustomer(12),
          costsKnown ? "margin" : "revenue",
          status(paidBack),
          paidBack);
    }

    private String status(Long paidBack) {
      return spend == 0
          ? "no_spend"
          : customers == 0 ? "no_customers" : paidBack == null ? "not_yet" : "paid_back";
    }

    private Long paidBackAfter() {
      if (spend == 0 || customers == 0) {
        return null;
      }
      for (int i = 0; i < months; i++) {
        if (costsKnown ? margin[i] >= spend : revenue[i] >= spend) {
          return i + 1L;
        }
      }
      return null;
    }

    private Double revenuePerCustomer(int after) {
      return months < after || customers == 0
          ? null
          : (Double) ((double) revenue[after - 1] / customers);
    }

    private Double marginPerCustomer(int after) {
      return months < after || customers == 0 || !costsKnown
          ? null
          : (Double) (margin[after - 1] / customers);
    }
  }
}
