package io.growthline.domain.metric;

import static io.growthline.domain.customer.Events.payment;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.transaction;
import static io.growthline.domain.metric.KpiFixture.change;
import static io.growthline.domain.metric.KpiFixture.customer;
import static io.growthline.domain.metric.KpiFixture.find;
import static io.growthline.domain.metric.KpiFixture.metric;
import static io.growthline.domain.metric.KpiFixture.months;
import static io.growthline.domain.metric.KpiFixture.standard;
import static io.growthline.domain.metric.KpiFixture.value;
import static io.growthline.domain.metric.KpiFixture.values;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.metric.KpiFixture.Customer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Periods without events, and data without a source. */
class KpisWithoutDataTest {
  @Test
  void aSumOfOneMonthAndTheNextButOneIsZeroInBetweenAndUpToTheAsOfDay() {
    List<KpiValue> values =
        standard(
            "2024-08-11",
            customer(
                change("2024-01-10T00:00:00Z", "z", "start", 1_000),
                change("2024-02-10T00:00:00Z", "z", "cancel", 1_000),
                change("2024-06-10T00:00:00Z", "z2", "start", 1_000),
                change("2024-07-10T00:00:00Z", "z2", "upgrade", 2_000),
                change("2024-08-10T00:00:00Z", "z2", "cancel", 2_000)));

    assertThat(
        months(values, "monthly_recurring_revenue_minor"),
        contains("1 1000.0", "2 0.0", "3 0.0", "4 0.0", "5 0.0", "6 1000.0", "7 2000.0", "8 0.0"));
    assertThat(
        months(values, "recurring_revenue_growth"),
        contains("1 null", "2 -1.0", "3 null", "4 null", "5 null", "6 null", "7 1.0", "8 -1.0"));
  }

  @Test
  void aMonthInWhichNobodyIsActiveIsZeroAndAShareOfNobodyIsAbsent() {
    List<KpiValue> values =
        standard(
            "2026-04-01",
            customer(
                transaction("2026-01-05T00:00:00Z", 5), transaction("2026-03-05T00:00:00Z", 5)));

    assertThat(months(values, "active_customers"), contains("1 1.0", "2 0.0", "3 1.0"));
    assertThat(months(values, "transaction_volume_minor"), contains("1 5.0", "2 0.0", "3 5.0"));
    assertThat(months(values, "new_customers"), contains("1 1.0", "2 0.0", "3 0.0"));
    assertThat(value(values, "transactions_per_active_customer", "2026-02-01"), is(nullValue()));
  }

  @Test
  void churnCountsFromSubscriptionsWhereThereIsNoSourceOfActivity() {
    List<KpiValue> values = standard("2024-04-02", subscribers());

    assertThat(months(values, "churn_rate"), contains("1 null", "2 0.25", "3 0.0", "4 null"));
    assertThat(find(values, "churn_rate", "2024-02-01").numerator(), is(1.0));
    assertThat(find(values, "churn_rate", "2024-02-01").denominator(), is(4.0));
    assertThat(find(values, "churn_rate", "2024-03-01").denominator(), is(3.0));
    assertThat(find(values, "churn_rate", "2024-02-01").withheldBecause(), is(nullValue()));
  }

  @Test
  void whatHasNoSourceOfActivityIsWithheldWithTheReasonAndNeverZero() {
    List<KpiValue> values = standard("2024-04-02", subscribers());

    for (String metric :
        List.of(
            "active_customers",
            "average_revenue_per_user_minor",
            "transactions_per_active_customer",
            "activation_rate_d7")) {
      assertThat(months(values, metric), contains("1 null", "2 null", "3 null", "4 null"));
    }
    assertThat(
        find(values, "active_customers", "2024-02-01").withheldBecause(),
        is("no events in raw.transactions or raw.sessions or raw.feature_uses"));
    assertThat(value(values, "monthly_recurring_revenue_minor", "2024-02-01"), is(3_000.0));
  }

  @Test
  void churnCountsFromActivityAsSoonAsAnybodyWasActive() {
    Customer[] customers = subscribers();
    customers[3] = customer(session("2024-01-20T00:00:00Z"), session("2024-02-20T00:00:00Z"));

    List<KpiValue> values = standard("2024-04-02", customers);

    assertThat(find(values, "churn_rate", "2024-02-01").denominator(), is(1.0));
    assertThat(value(values, "churn_rate", "2024-02-01"), is(0.0));
  }

  /** Four subscribers with payments and no activity, one of whom cancels on 10 February. */
  private static Customer[] subscribers() {
    return Stream.of("A", "B", "C", "D")
        .map(KpisWithoutDataTest::subscriber)
        .toArray(Customer[]::new);
  }

  private static Customer subscriber(String id) {
    return customer(
        profile("2024-01-01T00:00:00Z", "north", "2024-01-01"),
        change("2024-01-01T08:00:00Z", id, "start", 1_000),
        payment("2024-02-01T09:00:00Z", "succeeded", 1_000),
        id.equals("A")
            ? change("2024-02-10T08:00:00Z", id, "cancel", 1_000)
            : payment("2024-04-01T09:00:00Z", "succeeded", 1_000));
  }
}
