package io.growthline.domain.customer;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.mart.Counts;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class RfmTest {
  private static final Rfm MART = new Rfm();
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");

  @Test
  void tenDifferentCustomersFallIntoFifthsOfTwo() {
    List<Customer360Profile> customers =
        IntStream.range(0, 10).mapToObj(i -> bought("c" + i, i, 1 + i, 100 + i)).toList();

    List<CustomerRfm> rows = score(customers);

    assertThat(
        rows.stream().map(CustomerRfm::cell).toList(),
        contains("511", "511", "422", "422", "333", "333", "244", "244", "155", "155"));
    assertThat(rows.get(9).recencyDays(), is(9L));
    assertThat(rows.get(9).frequency(), is(10L));
    assertThat(rows.get(9).monetaryMinor(), is(109L));
  }

  @Test
  void equalCustomersGetEqualScoresOfTheMiddleOfTheirRanks() {
    assertThat(
        score(List.of(bought("a", 3, 1, 50), bought("b", 3, 1, 50))).stream()
            .map(CustomerRfm::cell)
            .toList(),
        contains("333", "333"));
    assertThat(
        score(
                List.of(
                    bought("a", 1, 1, 50),
                    bought("b", 1, 1, 50),
                    bought("c", 1, 1, 50),
                    bought("d", 1, 9, 50)))
            .stream()
            .map(CustomerRfm::frequencyScore)
            .toList(),
        contains(2L, 2L, 2L, 5L));
  }

  @Test
  void whoNeverBoughtTakesNoPart() {
    Customer360Profile visitor = Rows.of(Customer360Profile.class, "customer_id", "v");

    List<CustomerRfm> rows = score(List.of(bought("a", 3, 1, 50), visitor));

    assertThat(rows.stream().map(CustomerRfm::customerId).toList(), contains("a"));
    assertThat(score(List.of(visitor)), is(empty()));
  }

  @Test
  void valuesAreComparedToThreeSignificantDigits() {
    assertThat(Rfm.rounded(999), is(999L));
    assertThat(Rfm.rounded(123_456), is(123_000L));
    assertThat(Rfm.rounded(-123_999), is(-123_000L));
    assertThat(Rfm.rounded(Long.MAX_VALUE), is(9_220_000_000_000_000_000L));
    assertThat(Rfm.rounded(Long.MIN_VALUE), is(-9_220_000_000_000_000_000L));
  }

  @Property
  void aHigherValueNeverGetsALowerFifth(@ForAll @NotEmpty List<Short> values) {
    SortedMap<Long, Long> customers = new TreeMap<>();
    values.forEach(value -> customers.merge((long) value, 1L, Long::sum));

    Quintiles quintiles = new Quintiles(customers);

    int last = 1;
    for (long value : customers.keySet()) {
      int fifth = quintiles.of(value);
      assertThat(fifth >= last && fifth <= 5, is(true));
      last = fifth;
    }
  }

  @Test
  void aValueThatWasNotCountedHasNoFifth() {
    Quintiles quintiles = new Quintiles(new TreeMap<>());

    assertThrows(IllegalArgumentException.class, () -> quintiles.of(1));
  }

  private static List<CustomerRfm> score(List<Customer360Profile> customers) {
    Counts<Rfm.Seen> seen = MART.empty();
    customers.forEach(customer -> MART.count(customer, seen));
    Rfm.Scores scores = MART.fit(seen, DAY);
    return customers.stream().flatMap(c -> MART.rows(c, scores).stream()).toList();
  }

  private static Customer360Profile bought(String id, long daysAgo, long count, long spendMinor) {
    return Rows.of(
        Customer360Profile.class,
        "customer_id",
        id,
        "days_since_transaction",
        daysAgo,
        "transaction_count",
        count,
        "spend_minor",
        spendMinor);
  }
}
