package io.growthline.domain.customer;

import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The purchases and refunds of a customer by month and category: at most one row for each month and
 * category with either, some sixty for a customer of the synthetic bank.
 */
public final class MonthlySpending implements CustomerMart<MonthlyCustomerSpending> {
  private static final long DAY_SECONDS = 86_400;

  @Override
  public Class<MonthlyCustomerSpending> table() {
    return MonthlyCustomerSpending.class;
  }

  @Override
  public List<MonthlyCustomerSpending> rows(CustomerAsOf customer) {
    KnownEvents known = customer.known();
    Reversals reversals = known.reversals();
    List<MonthlyCustomerSpending> rows = new ArrayList<>();
    Map<String, Cell> cells = new TreeMap<>();
    LocalDate month = null;
    long monthEnds = Long.MIN_VALUE;
    // Transactions are in the order of time, so a month is complete when the next begins.
    for (Transaction transaction : known.all(Transaction.class)) {
      if (!reversals.counts(transaction)) {
        continue;
      }
      if (transaction.occurredAt().getEpochSecond() >= monthEnds) {
        take(cells, customer.id(), month, rows);
        month = LocalDate.ofInstant(transaction.occurredAt(), ZoneOffset.UTC).withDayOfMonth(1);
        monthEnds = month.plusMonths(1).toEpochDay() * DAY_SECONDS;
      }
      cells
          .computeIfAbsent(
              MerchantCategories.name(transaction.merchantCategory()), category -> new Cell())
          .add(reversals.isPurchase(transaction), known.reportingMinor(transaction));
    }
    take(cells, customer.id(), month, rows);
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no customer has bought anything";
  }

  private static void take(
      Map<String, Cell> cells,
      String customerId,
      LocalDate month,
      List<MonthlyCustomerSpending> rows) {
    cells.forEach((category, cell) -> rows.add(cell.row(customerId, month, category)));
    cells.clear();
  }

  /** Sums of one month and category. */
  private static final class Cell {
    private long purchases;
    private long purchased;
    private long refunds;
    private long refunded;
    private boolean withoutRate;

    void add(boolean purchase, OptionalLong amount) {
      withoutRate |= amount.isEmpty();
      if (purchase) {
        purchases++;
        purchased = Math.addExact(purchased, amount.orElse(0));
      } else {
        refunds++;
        refunded = Math.subtractExact(refunded, amount.orElse(0));
      }
    }

    MonthlyCustomerSpending row(String customerId, LocalDate month, String category) {
      return new MonthlyCustomerSpending(
          customerId,
          month,
          category,
          purchases,
          withoutRate ? null : purchased,
          refunds,
          withoutRate ? null : refunded,
          withoutRate ? null : Math.subtractExact(purchased, refunded));
    }
  }
}
