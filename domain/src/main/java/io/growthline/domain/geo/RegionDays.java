package io.growthline.domain.geo;

import io.growthline.domain.customer.CustomerVersions;
import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.customer.FctTransaction;
import io.growthline.domain.customer.TransactionFacts;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts what happens by region and day. A customer counts where they lived at the end of the day;
 * one whose first profile came later, where that says.
 */
public final class RegionDays implements TotalMart<Counts<RegionDays.Cell>, RegionDaily> {
  static final String UNKNOWN = "unknown";
  private static final TransactionFacts TRANSACTIONS = new TransactionFacts();
  private static final int VALUE = 0;
  private static final int WITHOUT_RATE = 1;

  /** A metric of a region on a day. */
  public record Cell(String metric, String region, LocalDate day) {}

  @Override
  public Class<RegionDaily> table() {
    return RegionDaily.class;
  }

  @Override
  public Counts<Cell> empty() {
    return new Counts<>(Cell.class, 2);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Cell> into) {
    customer
        .openedOn()
        .ifPresent(day -> into.add(new Cell("signups", region(customer, day), day), VALUE, 1));
    customer
        .known()
        .first(OnboardingStep.class, OnboardingStep::activatesAccount)
        .map(step -> LocalDate.ofInstant(step.occurredAt(), ZoneOffset.UTC))
        .ifPresent(day -> into.add(new Cell("activations", region(customer, day), day), VALUE, 1));
    for (FctTransaction transaction : customer.rows(TRANSACTIONS)) {
      String region = transaction.region() == null ? UNKNOWN : transaction.region();
      Cell cell = new Cell("spend_minor", region, transaction.occurredOn());
      Long minor = transaction.spendMinor();
      if (minor == null) {
        into.add(cell, WITHOUT_RATE, 1);
      } else if (minor != 0) {
        into.add(cell, VALUE, minor);
      }
    }
  }

  @Override
  public List<RegionDaily> rows(Counts<Cell> all, LocalDate asOf) {
    List<RegionDaily> rows = new ArrayList<>();
    all.forEach(
        (cell, sums) ->
            rows.add(
                new RegionDaily(
                    cell.metric(),
                    cell.region(),
                    cell.day(),
                    sums[WITHOUT_RATE] == 0 ? (Long) sums[VALUE] : null)));
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no customer has an account or a transaction";
  }

  private static String region(CustomerAsOf customer, LocalDate day) {
    CustomerVersions versions = customer.versions();
    DimCustomer then =
        versions
            .before(day.plusDays(1))
            .orElseGet(() -> versions.all().isEmpty() ? null : versions.all().get(0));
    return then == null || then.region() == null ? UNKNOWN : then.region();
  }
}
