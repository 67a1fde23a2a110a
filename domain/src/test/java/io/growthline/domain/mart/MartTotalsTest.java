package io.growthline.domain.mart;

import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.spend;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.catalogue.Marts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.simulate.Simulated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MartTotalsTest {
  private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

  @Test
  void totalsOfGroupsAddUpToThoseOfAllCustomers() {
    List<CustomerAsOf> customers = simulated(200);
    MartTotals all = totals();
    MartTotals even = totals();
    MartTotals odd = totals();
    for (int i = 0; i < customers.size(); i++) {
      all.count(customers.get(i));
      (i % 2 == 0 ? even : odd).count(customers.get(i));
    }

    MartTotals added = totals();
    added.add(odd.toBytes());
    added.add(even.toBytes());

    assertThat(added.toBytes(), is(all.toBytes()));
    assertThat(rows(added), is(rows(all)));
    Map<String, List<Record>> rows = rows(all);
    rows.remove("marts.referral_exceptions"); // nothing need be wrong with rewards
    rows.forEach((table, ofTable) -> assertThat(table, ofTable.size(), greaterThan(0)));
  }

  @Test
  void noCustomersMakeNoRows() {
    rows(totals()).values().forEach(rows -> assertThat(rows.isEmpty(), is(true)));
  }

  @Test
  void aSumThatDoesNotFitIsAnErrorThatNamesTheMart() {
    MartTotals totals = totals();
    totals.count(
        spend("2026-02-01T00:00:00Z", "north", Long.MAX_VALUE), ReportingCurrency.AS_WRITTEN);

    MartException e =
        assertThrows(
            MartException.class,
            () ->
                totals.count(
                    spend("2026-02-02T00:00:00Z", "north", 1), ReportingCurrency.AS_WRITTEN));

    assertThat(e.getMessage(), containsString("marts.kpi_values cannot be built from event"));
    assertThat(e.getMessage(), containsString("does not fit 64 bits"));
  }

  @Test
  void twoGroupsWhoseSumDoesNotFitAreAnErrorToo() {
    MartTotals totals = totals();
    totals.count(
        spend("2026-02-01T00:00:00Z", "north", Long.MAX_VALUE), ReportingCurrency.AS_WRITTEN);
    byte[] group = totals.toBytes();

    MartException e = assertThrows(MartException.class, () -> totals.add(group));

    assertThat(e.getMessage(), containsString("marts.kpi_values"));
  }

  @Test
  void totalsOfAnotherBuildAreRefused() {
    byte[] bytes = totals().toBytes();
    bytes[0]++;

    IllegalStateException e = assertThrows(IllegalStateException.class, () -> totals().add(bytes));

    assertThat(e.getMessage(), containsString("--rebuild"));
  }

  @Test
  void aCustomerWithOneEventMakesTheTotalsOfThatDay() {
    MartTotals totals = totals();
    totals.count(
        CustomerAsOf.of(
            "c1",
            List.of(
                profile("2026-02-10T00:00:00Z", "north", "2026-02-10"),
                transaction("2026-02-10T10:00:00Z", 5),
                session("2026-02-11T10:00:00Z")),
            MARCH));

    assertThat(rows(totals).get("marts.dim_date").size(), is(19));
    assertThat(rows(totals).get("marts.retention_cohorts").size(), is(3));
  }

  private static MartTotals totals() {
    return new MartTotals(Marts.TOTALS);
  }

  private static Map<String, List<Record>> rows(MartTotals totals) {
    Map<String, List<Record>> rows = new TreeMap<>();
    Marts.TOTALS.forEach(m -> rows.put(TableSpec.of(m.table()).id(), new ArrayList<>()));
    totals.rows(
        MARCH,
        new RowSink() {
          @Override
          public <R extends Record> void add(TableSpec<R> table, R row) {
            rows.get(table.id()).add(row);
          }
        });
    return rows;
  }

  private static List<CustomerAsOf> simulated(int count) {
    Map<String, List<RawEvent>> events =
        Simulated.customers(count, 7).events().stream()
            .filter(event -> event.customerId() != null)
            .collect(
                Collectors.groupingBy(RawEvent::customerId, TreeMap::new, Collectors.toList()));
    return events.entrySet().stream()
        .map(e -> CustomerAsOf.of(e.getKey(), e.getValue(), MARCH))
        .filter(customer -> !customer.isUnknown())
        .toList();
  }
}
