package io.growthline.domain.inclusion;

import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.uplift.Wilson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Totals of the interventions before transfers, by month. */
public final class ProtectionActions
    implements TotalMart<Counts<ProtectionActions.Month>, ProtectionAction> {
  private static final ProtectionEvents EVENTS = new ProtectionEvents();
  private static final InclusionRules RULES = InclusionRules.standard();
  private static final int ACTIONS = Intervention.values().length;

  /** The first day of a month. */
  public record Month(LocalDate month) {}

  @Override
  public Class<ProtectionAction> table() {
    return ProtectionAction.class;
  }

  /** By intervention: transfers, those of vulnerable customers, and customers by their most. */
  @Override
  public Counts<Month> empty() {
    return new Counts<>(Month.class, 3 * ACTIONS);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Month> into) {
    Map<LocalDate, Integer> most = new TreeMap<>();
    for (FctProtectionEvent event : customer.rows(EVENTS)) {
      LocalDate month = event.checkedOn().withDayOfMonth(1);
      int action = Intervention.valueOf(event.action().toUpperCase(Locale.ROOT)).ordinal();
      into.add(new Month(month), action, 1);
      into.add(new Month(month), ACTIONS + action, event.vulnerableCustomer() ? 1 : 0);
      most.merge(month, action, Math::max);
    }
    most.forEach((month, action) -> into.add(new Month(month), 2 * ACTIONS + action, 1));
  }

  @Override
  public List<ProtectionAction> rows(Counts<Month> all, LocalDate asOf) {
    List<ProtectionAction> rows = new ArrayList<>();
    all.forEach(
        (month, counts) -> {
          long checked = 0;
          for (int action = 0; action < ACTIONS; action++) {
            checked += counts[2 * ACTIONS + action];
          }
          for (Intervention action : Intervention.values()) {
            rows.add(row(month.month(), action, counts, checked));
          }
        });
    return rows;
  }

  @Override
  public String emptyBecause() {
    return EVENTS.emptyBecause();
  }

  private static ProtectionAction row(
      LocalDate month, Intervention action, long[] counts, long checked) {
    boolean told = checked >= RULES.minimumGroup();
    long customers = counts[2 * ACTIONS + action.ordinal()];
    Estimate share = told ? Wilson.of(checked, customers) : null;
    return new ProtectionAction(
        month,
        action.text(),
        counts[action.ordinal()],
        counts[ACTIONS + action.ordinal()],
        checked,
        told ? (Long) customers : null,
        told ? (Double) share.value() : null,
        told ? (Double) share.lower() : null,
        told ? (Double) share.upper() : null);
  }
}
