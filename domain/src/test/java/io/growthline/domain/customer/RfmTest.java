package io.growthline.domain.customer;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.TotalRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void whoNeverBoughtIsAProspectWithoutScores() {
    Customer360Profile visitor = Rows.of(Customer360Profile.class, "customer_id", "v");

    List<CustomerRfm> rows = score(List.of(bought("a", 3, 1, 50), visitor));

    assertThat(rows.get(0).cell(), is("333"));
    assertThat(rows.get(1).cell(), is(nullValue()));
    assertThat(rows.get(1).recencyScore(), is(nullValue()));
    assertThat(rows.get(1).lifecycleSegment(), is("prospect"));
  }

  @Test
  void whoHasAmountsWithoutARateHasNoScoresAndNoSegmentThatNeedsThem() {
    CustomerRfm active = score(List.of(withoutRate("active"))).get(0);

    assertThat(active.cell(), is(nullValue()));
    assertThat(active.frequency(), is(1L));
    assertThat(active.lifecycleSegment(), is(nullValue()));
    assertThat(
        score(List.of(withoutRate("inactive_30_60"))).get(0).lifecycleSegment(), is("at_risk"));
    assertThat(
        score(List.of(withoutRate("inactive_90_plus"))).get(0).lifecycleSegment(), is("lost"));
  }

  /** Of ten customers the scores by place from the lowest are 1 1 2 2 3 3 4 4 5 5. */
  @ParameterizedTest
  @CsvSource({
    // places by recency, frequency and spending, status, segment
    "7, 7, 7, active, vip",
    "6, 6, 6, active, vip",
    "5, 6, 6, active, regular",
    "9, 9, 5, active, regular",
    "9, 9, 9, inactive_30_60, vip",
    "5, 9, 9, inactive_60_90, at_risk",
    "9, 9, 9, inactive_90_plus, lost",
    "3, 4, 4, active, at_risk",
    "4, 4, 4, active, regular",
    "3, 3, 4, active, regular",
    "0, 0, 0, active, regular"
  })
  void theLifeCycleFollowsScoresAndActivity(
      int recency, int frequency, int monetary, String status, String segment) {
    List<Customer360Profile> customers = new ArrayList<>();
    for (int place = 0; place < 10; place++) {
      customers.add(bought("other" + place, 9 - place, 1 + place, 100 + place));
    }
    Counts<Rfm.Seen> seen = MART.empty();
    customers.forEach(customer -> MART.count(customer, seen));

    Customer360Profile customer =
        bought("c", 9 - recency, 1 + frequency, 100 + monetary, "recency_status", status);

    assertThat(
        MART.rows(customer, MART.fit(seen, new TotalRows(), DAY)).get(0).lifecycleSegment(),
        is(segment));
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
    Rfm.Scores scores = MART.fit(seen, new TotalRows(), DAY);
    return customers.stream().flatMap(c -> MART.rows(c, scores).stream()).toList();
  }

  private static Customer360Profile withoutRate(String status) {
    return Rows.of(
        Customer360Profile.class,
        "customer_id",
        "w",
        "days_since_transaction",
        3,
        "transaction_count",
        1,
        "recency_status",
        status);
  }

  private static Customer360Profile bought(
      String id, long daysAgo, long count, long spendMinor, Object... columns) {
    Map<String, Object> row = new HashMap<>();
    row.put("customer_id", id);
    row.put("days_since_transaction", daysAgo);
    row.put("transaction_count", count);
    row.put("spend_minor", spendMinor);
    for (int i = 0; i < columns.length; i += 2) {
      row.put((String) columns[i], columns[i + 1]);
    }
    return Rows.of(Customer360Profile.class, row);
  }
}
