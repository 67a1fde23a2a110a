package io.growthline.domain.finance;

import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.util.ArrayList;
import java.util.List;

/** Where money of plans is lost, each finding with what it rests on. */
public final class RevenueLeakage implements CustomerMart<LeakageFinding> {
  /** How long after its day money may be missing before it is called so. */
  static final int GRACE_DAYS = 14;

  @Override
  public Class<LeakageFinding> table() {
    return LeakageFinding.class;
  }

  @Override
  public List<LeakageFinding> rows(CustomerAsOf customer) {
    Billed billed = Billed.of(customer);
    List<LeakageFinding> findings = new ArrayList<>();
    PaymentLeaks.find(billed, findings);
    PriceLeaks.find(billed, findings);
    UnbilledPeriods.find(billed, findings);
    return findings;
  }

  @Override
  public String emptyBecause() {
    return "no money of plans was lost, or no raw.invoices and raw.payments";
  }
}
