package io.growthline.domain.customer;

import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.Session;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.time.LocalDate;
import java.util.List;

/** Puts a customer into segments and tiers by what was known at the as-of day. */
public final class CustomerSegments implements CustomerMart<CustomerSegment> {
  private static final SegmentRules RULES = SegmentRules.standard();

  @Override
  public Class<CustomerSegment> table() {
    return CustomerSegment.class;
  }

  @Override
  public List<CustomerSegment> rows(CustomerAsOf customer) {
    KnownEvents known = customer.known();
    LocalDate asOf = customer.asOf();
    ReportingCurrency currency = customer.timeline().currency();
    RecentSpending spending = RecentSpending.of(customer);
    SegmentRules.Segment segment =
        RULES.behaviour(spending, customer.openedOn().orElse(null), asOf, currency);
    long paid = Billing.of(customer).paidMinor90d();
    return List.of(
        new CustomerSegment(
            customer.id(),
            asOf,
            segment.name(),
            segment.reason(),
            spending.monthlyMinor(),
            spending.last90().minor(),
            spending.prior90().minor(),
            spending.change(),
            spending.travelShare(),
            spending.necessityShare(),
            paid,
            RULES.revenueTier(paid, currency),
            RULES.usageTier(known.since(Session.class, asOf.minusDays(30)).size()),
            SegmentRules.npsTier(
                known.newest(NpsResponse.class).map(NpsResponse::score).orElse(null))));
  }

  @Override
  public String emptyBecause() {
    return "no raw events of customers";
  }
}
