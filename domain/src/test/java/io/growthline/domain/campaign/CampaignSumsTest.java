package io.growthline.domain.campaign;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.decision.Action;
import io.growthline.domain.decision.ExpectedValue;
import io.growthline.domain.pricing.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** A campaign is the sum of what it does to each customer. */
class CampaignSumsTest {
  private record Customer(Estimate p, Estimate value) {}

  @Property(tries = 200)
  void theNetIsThatOfItsCustomersOneByOne(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int size,
      @ForAll @LongRange(min = 0, max = 5_000) long contact,
      @ForAll @LongRange(min = 0, max = 5_000) long incentive,
      @ForAll @DoubleRange(min = 0, max = 1) double takeUp) {
    CampaignTerms terms =
        new CampaignTerms(contact, incentive, takeUp, new Estimate(0.2, 0.08, 0.32));
    List<Customer> customers = customers(new Random(seed), size);
    List<ExpectedValue> each = customers.stream().map(c -> one(terms, c)).toList();
    CampaignOutcome all = CampaignOutcome.of(terms, sums(customers));

    assertThat(
        all.valueSavedMinor() - all.contactCostMinor() - all.stayerIncentiveMinor(),
        is(all.netMinor()));
    // Each customer is rounded by half a minor unit at most, twice.
    assertThat(
        (double) all.netMinor(),
        closeTo(each.stream().mapToLong(ExpectedValue::netMinor).sum(), size + 1.0));
    assertThat(
        (double) all.costMinor(),
        closeTo(each.stream().mapToLong(ExpectedValue::costMinor).sum(), size + 1.0));
    assertThat(all.kept(), closeTo(each.stream().mapToDouble(ExpectedValue::kept).sum(), 1e-6));
  }

  @Property(tries = 200)
  void theIntervalOfOneCustomerIsThatOfTheExpectedValue(
      @ForAll long seed, @ForAll @LongRange(min = 0, max = 5_000) long incentive) {
    CampaignTerms terms = new CampaignTerms(40, incentive, 0.5, new Estimate(0.2, 0.08, 0.32));
    List<Customer> customer = customers(new Random(seed), 1);
    ExpectedValue expected = one(terms, customer.get(0));
    CampaignOutcome outcome = CampaignOutcome.of(terms, sums(customer));

    assertThat((double) outcome.netLowerMinor(), closeTo(expected.lowerMinor(), 2));
    assertThat((double) outcome.netUpperMinor(), closeTo(expected.upperMinor(), 2));
  }

  @Property(tries = 50)
  void sumsAreTheSameInAnyOrder(@ForAll long seed) {
    List<Customer> customers = customers(new Random(seed), 40);
    List<Customer> shuffled = new ArrayList<>(customers);
    Collections.shuffle(shuffled, new Random(seed + 1));
    CampaignSums parts = sums(shuffled.subList(0, 13)).plus(sums(shuffled.subList(13, 40)));

    assertThat(parts, is(sums(customers)));
  }

  private static CampaignSums sums(List<Customer> customers) {
    return customers.stream()
        .map(c -> CampaignSums.of(c.p(), c.value()))
        .reduce(CampaignSums.NONE, CampaignSums::plus);
  }

  private static List<Customer> customers(Random random, int size) {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double p = random.nextDouble();
      double h = Math.min(Math.min(p, 1 - p), 0.1);
      double value = random.nextInt(200_000) - 20_000;
      customers.add(
          new Customer(
              new Estimate(p, p - h, p + h),
              new Estimate(value, value - random.nextInt(3_000), value + random.nextInt(3_000))));
    }
    return customers;
  }

  private static ExpectedValue one(CampaignTerms terms, Customer customer) {
    Action action =
        new Action(
            "campaign",
            "A campaign",
            "crm",
            "email",
            Action.Kind.INCENTIVE,
            "true",
            terms.success(),
            "assumed",
            terms.contactCostMinor(),
            terms.incentiveMinor(),
            terms.takeUp(),
            null,
            0,
            false,
            null);
    return ExpectedValue.of(action, customer.p(), customer.value());
  }
}
