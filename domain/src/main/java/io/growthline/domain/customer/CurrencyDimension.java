package io.growthline.domain.customer;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import io.growthline.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The currencies that transactions name, beside the one that figures are in. */
public final class CurrencyDimension
    implements TotalMart<Counts<CurrencyDimension.Seen>, DimCurrency> {
  /** A currency; all groups of customers that are kept agree on the reporting one. */
  public record Seen(String currency, boolean reporting) {}

  @Override
  public Class<DimCurrency> table() {
    return DimCurrency.class;
  }

  @Override
  public Counts<Seen> empty() {
    return new Counts<>(Seen.class, 1);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Seen> into) {
    String reporting = customer.timeline().currency().code();
    know(reporting, into);
    // One key for each run of a currency: mostly one a customer.
    String currency = null;
    long run = 0;
    for (Transaction transaction : customer.known().all(Transaction.class)) {
      if (run > 0 && !transaction.currency().equals(currency)) {
        into.add(seen(currency, reporting), 0, run);
        run = 0;
      }
      currency = transaction.currency();
      run++;
    }
    if (run > 0) {
      into.add(seen(currency, reporting), 0, run);
    }
  }

  @Override
  public void count(RawEvent withoutCustomer, ReportingCurrency currency, Counts<Seen> into) {
    know(currency.code(), into);
    if (withoutCustomer instanceof Transaction transaction) {
      into.add(seen(transaction.currency(), currency.code()), 0, 1);
    }
  }

  @Override
  public List<DimCurrency> rows(Counts<Seen> all, LocalDate asOf) {
    List<DimCurrency> rows = new ArrayList<>();
    all.forEach(
        (seen, counted) ->
            rows.add(
                new DimCurrency(
                    seen.currency(), seen.reporting(), Money.digits(seen.currency()), counted[0])));
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no raw.transactions and no raw.exchange_rates";
  }

  private static void know(String reporting, Counts<Seen> into) {
    if (!reporting.isEmpty()) {
      into.add(new Seen(reporting, true), 0, 0);
    }
  }

  private static Seen seen(String currency, String reporting) {
    return new Seen(currency, currency.equals(reporting));
  }
}
