package io.growthline.domain.value;

import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.customer.Spending;
import io.growthline.domain.customer.ValueRules;
import io.growthline.domain.event.Cost;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.finance.CostShares;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Sets what customers bring in a month against what they cost. */
public final class MonthlyMargins implements TotalMart<Counts<MonthlyMargins.Cell>, MonthlyMargin> {
  private static final ValueRules RULES = ValueRules.standard();

  private static final int NEW_CUSTOMERS = 0;
  private static final int PAID = 1;
  private static final int SPEND = 2;
  private static final int WITHOUT_RATE = 3;
  private static final int COST = 4;
  private static final int SLOTS = 5;

  /**
   * A part of a month.
   *
   * @param of kind of costs, or kind of card; null for signups and payments
   */
  public record Cell(LocalDate month, boolean isCost, String of) {}

  @Override
  public Class<MonthlyMargin> table() {
    return MonthlyMargin.class;
  }

  @Override
  public Counts<Cell> empty() {
    return new Counts<>(Cell.class, SLOTS);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Cell> into) {
    customer.openedOn().ifPresent(day -> into.add(of(day), NEW_CUSTOMERS, 1));
    for (Payment payment : customer.known().all(Payment.class)) {
      long minor =
          payment.succeeded()
              ? payment.amountMinor()
              : payment.refunded() ? -payment.amountMinor() : 0;
      if (minor != 0) {
        into.add(of(day(payment)), PAID, minor);
      }
    }
    customer.known().all(Cost.class).forEach(cost -> count(cost, into));
    countSpending(customer, into);
  }

  private static void countSpending(CustomerAsOf customer, Counts<Cell> into) {
    List<Transaction> all = customer.known().all(Transaction.class);
    if (all.isEmpty()) {
      return;
    }
    boolean credit =
        RULES
            .purchases()
            .isCredit(customer.versions().current().map(DimCustomer::cardType).orElse(null));
    LocalDate end = day(all.get(all.size() - 1)).withDayOfMonth(1);
    for (LocalDate month = day(all.get(0)).withDayOfMonth(1);
        !month.isAfter(end);
        month = month.plusMonths(1)) {
      Spending spending =
          Spending.of(
              customer.known(),
              customer.known().between(Transaction.class, month, month.plusMonths(1)));
      Cell cell = new Cell(month, false, credit ? "credit" : "debit");
      into.add(cell, SPEND, spending.convertedMinor());
      into.add(cell, WITHOUT_RATE, spending.withoutRate());
    }
  }

  @Override
  public void count(RawEvent withoutCustomer, ReportingCurrency currency, Counts<Cell> into) {
    if (withoutCustomer instanceof Cost cost) {
      count(cost, into);
    }
  }

  private static void count(Cost cost, Counts<Cell> into) {
    into.add(new Cell(cost.month().withDayOfMonth(1), true, cost.kind()), COST, cost.amountMinor());
  }

  @Override
  public List<MonthlyMargin> rows(Counts<Cell> all, LocalDate asOf) {
    LocalDate end = asOf.withDayOfMonth(1);
    TreeMap<LocalDate, Long> newCustomers = new TreeMap<>();
    all.forEach(
        (cell, sums) -> newCustomers.merge(cell.month(), sums[NEW_CUSTOMERS], Math::addExact));
    List<MonthlyMargin> rows = new ArrayList<>();
    for (LocalDate month : newCustomers.keySet()) {
      if (month.isBefore(end)) {
        rows.add(row(month, all, CostShares.served(newCustomers, month)));
      }
    }
    return rows;
  }

  private static MonthlyMargin row(LocalDate month, Counts<Cell> all, long customers) {
    Long serve = cost(month, "cost_to_serve", all);
    Long support = cost(month, "support", all);
    Long processing = cost(month, "payment_processing", all);
    Long divided = sum(sum(serve, support), processing);
    long paid = all.get(new Cell(month, false, null), PAID);
    Long kept = kept(month, all);
    boolean known = divided != null && kept != null;
    return new MonthlyMargin(
        month,
        customers,
        paid,
        kept,
        divided == null ? null : orNone(serve),
        divided == null ? null : orNone(support),
        divided == null ? null : orNone(processing),
        cost(month, "overhead", all),
        divided == null || customers == 0 ? null : (Double) ((double) divided / customers),
        known ? (Long) Math.subtractExact(Math.addExact(paid, kept), divided) : null);
  }

  private static Long cost(LocalDate month, String kind, Counts<Cell> all) {
    Cell cell = new Cell(month, true, kind);
    return all.knows(cell) ? (Long) all.get(cell, COST) : null;
  }

  private static Long kept(LocalDate month, Counts<Cell> all) {
    long kept = 0;
    for (boolean credit : new boolean[] {false, true}) {
      Cell cell = new Cell(month, false, credit ? "credit" : "debit");
      if (all.get(cell, WITHOUT_RATE) > 0) {
        return null;
      }
      kept = Math.addExact(kept, RULES.purchases().keptMinor(all.get(cell, SPEND), credit));
    }
    return kept;
  }

  private static Long sum(Long a, Long b) {
    return a == null ? b : b == null ? a : (Long) Math.addExact((long) a, (long) b);
  }

  private static Long orNone(Long cost) {
    return cost == null ? (Long) 0L : cost;
  }

  @Override
  public String emptyBecause() {
    return "no month with customers, payments, purchases or raw.costs has ended";
  }

  private static Cell of(LocalDate day) {
    return new Cell(day.withDayOfMonth(1), false, null);
  }

  private static LocalDate day(RawEvent event) {
    return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
  }
}
