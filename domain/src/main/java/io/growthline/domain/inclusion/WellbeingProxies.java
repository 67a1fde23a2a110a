package io.growthline.domain.inclusion;

import io.growthline.domain.inclusion.WellbeingRules.Condition;
import io.growthline.domain.inclusion.WellbeingRules.Proxy;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.uplift.Wilson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Signs of wellbeing by month. A sign is left out where the sources know nothing of one of its
 * measures: without payments nobody can be said to fail to pay.
 */
public final class WellbeingProxies
    implements TotalMart<Counts<WellbeingProxies.Cell>, WellbeingProxy> {
  private static final WellbeingRules RULES = WellbeingRules.standard();
  private static final InclusionRules GROUPS = InclusionRules.standard();
  private static final int CUSTOMERS = 0;
  private static final int WITH_PROXY = 1;

  /**
   * Customers of a month.
   *
   * @param name a sign; or a measure that the sources know, in the month {@link LocalDate#EPOCH}
   */
  public record Cell(LocalDate month, String name) {}

  @Override
  public Class<WellbeingProxy> table() {
    return WellbeingProxy.class;
  }

  @Override
  public Counts<Cell> empty() {
    return new Counts<>(Cell.class, 2);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Cell> into) {
    for (MonthMeasure measure : MonthMeasure.values()) {
      if (customer.timeline().types().contains(measure.source())) {
        into.add(source(measure), CUSTOMERS, 0);
      }
    }
    customer.openedOn().ifPresent(day -> count(customer, day, into));
  }

  private static void count(CustomerAsOf customer, LocalDate openedOn, Counts<Cell> into) {
    Map<LocalDate, CustomerMonth.Purchases> spending = CustomerMonth.spending(customer);
    LocalDate month = openedOn.withDayOfMonth(1);
    if (openedOn.isAfter(month)) {
      month = month.plusMonths(1);
    }
    for (; !month.plusMonths(1).isAfter(customer.asOf()); month = month.plusMonths(1)) {
      CustomerMonth now = new CustomerMonth(customer, month, openedOn, spending);
      for (Proxy proxy : RULES.proxies()) {
        if (all(proxy.of(), now)) {
          long[] amounts = {1, all(proxy.when(), now) ? 1 : 0};
          into.add(new Cell(month, proxy.proxy()), amounts);
        }
      }
    }
  }

  @Override
  public List<WellbeingProxy> rows(Counts<Cell> all, LocalDate asOf) {
    List<WellbeingProxy> rows = new ArrayList<>();
    for (Proxy proxy : RULES.proxies()) {
      if (proxy.measures().allMatch(measure -> all.knows(source(measure)))) {
        all.forEach(
            (cell, counts) -> {
              if (cell.name().equals(proxy.proxy())) {
                rows.add(row(proxy, cell.month(), counts));
              }
            });
      }
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no customer has had an account for a whole month";
  }

  private static boolean all(List<Condition> conditions, CustomerMonth month) {
    for (Condition condition : conditions) {
      if (!condition.holds(month)) {
        return false;
      }
    }
    return true;
  }

  private static Cell source(MonthMeasure measure) {
    return new Cell(LocalDate.EPOCH, "measure " + measure.text());
  }

  private static WellbeingProxy row(Proxy proxy, LocalDate month, long[] counts) {
    boolean told = counts[CUSTOMERS] >= GROUPS.minimumGroup();
    Estimate share = told ? Wilson.of(counts[CUSTOMERS], counts[WITH_PROXY]) : null;
    return new WellbeingProxy(
        month,
        proxy.proxy(),
        proxy.description(),
        counts[CUSTOMERS],
        told ? (Long) counts[WITH_PROXY] : null,
        told ? (Double) share.value() : null,
        told ? (Double) share.lower() : null,
        told ? (Double) share.upper() : null,
        proxy.permittedUses().stream().map(SupportiveUse::words).collect(Collectors.joining(", ")),
        proxy.prohibitedUses());
  }
}
