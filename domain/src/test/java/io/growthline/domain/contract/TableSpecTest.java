package io.growthline.domain.contract;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.customer.FctTransaction;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.growth.RetentionCohort;
import io.growthline.domain.pricing.FctOfferOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableSpecTest {
  @Test
  void rowsOfACustomerLieTogetherByDayAndKey() {
    assertThat(
        firstOf(TableSpec.of(FctTransaction.class), 4),
        contains("customer_id", "occurred_on", "transaction_id", "event_id"));
  }

  @Test
  void aTableWithoutDaysIsOrderedByCustomerAndKey() {
    assertThat(firstOf(TableSpec.of(DimCustomer.class), 2), contains("customer_id", "valid_from"));
  }

  @Test
  void aTableThatIsNotClusteredByCustomerIsOrderedByItsKey() {
    assertThat(firstOf(TableSpec.of(FctOfferOutcome.class), 1), contains("exposure_id"));
    assertThat(
        firstOf(TableSpec.of(RetentionCohort.class), 3),
        contains("grain", "cohort_start", "periods_since_signup"));
  }

  @Test
  void everyColumnIsPartOfTheOrderSoThatItIsTotal() {
    for (TableSpec<?> table : Contracts.all()) {
      assertThat(
          table.id(),
          table.order(),
          containsInAnyOrder(table.columns().stream().map(ColumnSpec::name).toArray()));
    }
  }

  @Test
  void aRowThatCannotBeMadeIsNamedByItsKeyAlone() {
    TableSpec<CustomerProfile> profiles = TableSpec.of(CustomerProfile.class);
    Object[] values = new Object[profiles.columns().size()];
    values[profiles.indexOf("event_id")] = "e1";
    values[profiles.indexOf("customer_id")] = "c1";
    values[profiles.indexOf("full_name")] = "Ada Smith";

    Exception e = assertThrows(IllegalArgumentException.class, () -> profiles.create(values));

    assertThat(
        e.getMessage(),
        is(
            "Cannot make a row of raw.customer_profiles with the key {event_id=e1,"
                + " customer_id=c1}"));
  }

  @Test
  void noKeyIdentifiesAPerson() {
    for (TableSpec<?> table : Contracts.all()) {
      assertThat(
          table.id(),
          table.columns().stream()
              .filter(ColumnSpec::pii)
              .map(ColumnSpec::name)
              .filter(table.key()::contains)
              .toList(),
          is(empty()));
    }
  }

  private static List<String> firstOf(TableSpec<?> table, int columns) {
    return table.order().subList(0, columns);
  }
}
