package io.growthline.domain.customer;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.Rows;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As of July 1. */
class CampaignRulesTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-07-01");
  private static final ReportingCurrency POUNDS = new ReportingCurrency("GBP", List.of());
  private static final LocalDate LONG_AGO = LocalDate.parse("2025-01-01");

  @ParameterizedTest
  @CsvSource({
    "0, stable_mid_spender, false, No sign of leaving.",
    "30, stable_mid_spender, false, No sign of leaving.",
    "31, stable_mid_spender, true, Not active for 31 days.",
    "90, stable_mid_spender, true, Not active for 90 days.",
    "91, declining, false, Has left: not active for 91 days.",
    "0, declining, true, Why.",
    ", declining, false, Never active."
  })
  void whoShowsASignOfLeavingAndHasNotLeftMayBeKept(
      Long daysSinceActive, String segment, boolean eligible, String reason) {
    assertThat(
        new Case().activeBefore(daysSinceActive).segment(segment).rules().retention(),
        is(new Eligibility(eligible, reason)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-02, 0, true, 'Opened 60 days ago, 0 of 3 purchases.'",
    "2026-06-30, 2, true, 'Opened 1 days ago, 2 of 3 purchases.'",
    "2026-06-30, 3, false, Has begun: 3 purchases or more.",
    "2026-05-01, 0, false, Opened more than 60 days ago."
  })
  void whoOpenedLatelyAndHardlyBoughtIsHelpedToBegin(
      LocalDate opened, long purchases, boolean eligible, String reason) {
    assertThat(
        new Case().openedOn(opened).purchases(purchases).rules().onboarding(),
        is(new Eligibility(eligible, reason)));
  }

  /** 4,000 at a scale of 0.15 are 600 pounds a month. */
  @ParameterizedTest
  @CsvSource({
    "60000, low, passive, 0, 2026-04-02, 0, true, Spends 600.00 a month (600.00 needed).",
    "59999, low, passive, 0, 2026-04-02, 0, false, Spends 599.99 a month (600.00 needed).",
    ", low, passive, 0, 2026-04-02, 0, false, Spending is not known: an amount has no rate.",
    "60000, high, passive, 0, 2026-04-02, 0, false, Pays for a high tier already.",
    "60000, low, detractor, 0, 2026-04-02, 0, false, Would not recommend the bank: ask why first.",
    "60000, low, passive, 1, 2026-04-02, 0, false, A payment failed in the last 90 days.",
    "60000, low, passive, 0, 2026-04-03, 0, false, Opened less than 90 days ago.",
    "60000, low, passive, 0, 2026-04-02, 31, false, Not active in the last 30 days."
  })
  void whoSpendsMuchAndPaysReliablyMayBeOfferedABetterPlan(
      Double monthly,
      String revenueTier,
      String npsTier,
      long failed,
      LocalDate opened,
      long daysSinceActive,
      boolean eligible,
      String reason) {
    Case customer = new Case().openedOn(opened).activeBefore(daysSinceActive).failed(failed);
    customer.monthly = monthly;
    customer.revenueTier = revenueTier;
    customer.npsTier = npsTier;

    assertThat(customer.rules().premium(), is(new Eligibility(eligible, reason)));
  }

  @Test
  void whoHasNoAccountOrHasLeftOrComplainsIsNotAddressed() {
    Case applicant = new Case().openedOn(null);
    Case former = new Case();
    former.cancelled = true;
    Case complains = new Case();
    complains.openComplaints = 1;

    assertThat(applicant.rules().onboarding(), is(Eligibility.no("Has no account.")));
    assertThat(
        former.rules().retention(), is(Eligibility.no("Has left: cancelled the subscription.")));
    assertThat(complains.rules().premium(), is(Eligibility.no("An open complaint comes first.")));
    assertThat(complains.rules().isAddressed(), is(false));
    assertThat(new Case().rules().isAddressed(), is(true));
  }

  /** Whatever else is true of them. */
  @Property(tries = 200)
  void whoNeedsProtectionIsNeverAddressedAndIsOfferedHelp(@ForAll("cases") Case customer) {
    customer.vulnerable = true;
    Eligibility help = new Eligibility(false, "Protected: offer help instead.");

    assertThat(customer.rules().retention(), is(help));
    assertThat(customer.rules().onboarding(), is(help));
    assertThat(customer.rules().premium(), is(help));
    assertThat(customer.rules().isAddressed(), is(false));
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arbitraries.of("declining", "stable_mid_spender", "new_growing"),
            Arbitraries.longs().between(0, 120),
            Arbitraries.longs().between(0, 5),
            Arbitraries.longs().between(0, 400),
            Arbitraries.of(true, false),
            Arbitraries.of(0.0, 60_000.0, 900_000.0))
        .as(
            (segment, silent, purchases, tenure, cancelled, monthly) -> {
              Case customer =
                  new Case()
                      .segment(segment)
                      .activeBefore(silent)
                      .purchases(purchases)
                      .openedOn(AS_OF.minusDays(tenure));
              customer.cancelled = cancelled;
              customer.monthly = monthly;
              return customer;
            });
  }

  /** A customer of long ago, active today, of whom nothing bad is known. */
  static final class Case {
    private boolean vulnerable;
    private boolean cancelled;
    private LocalDate openedOn = LONG_AGO;
    private Long daysSinceActive = 0L;
    private long openComplaints;
    private long failedPayments;
    private long purchases = 10;
    private String segment = "stable_mid_spender";
    private Double monthly = 0.0;
    private String revenueTier = "none";
    private String npsTier = "none";

    Case openedOn(LocalDate day) {
      openedOn = day;
      return this;
    }

    Case activeBefore(Long days) {
      daysSinceActive = days;
      return this;
    }

    Case failed(long payments) {
      failedPayments = payments;
      return this;
    }

    Case purchases(long count) {
      purchases = count;
      return this;
    }

    Case segment(String name) {
      segment = name;
      return this;
    }

    CampaignRules rules() {
      return new CampaignRules(
          vulnerable,
          cancelled,
          AS_OF,
          openedOn,
          daysSinceActive,
          openComplaints,
          failedPayments,
          purchases,
          Rows.of(
              CustomerSegment.class,
              "behavioural_segment",
              segment,
              "segment_reason",
              "Why.",
              "monthly_spend_minor",
              monthly,
              "revenue_tier",
              revenueTier,
              "nps_tier",
              npsTier),
          POUNDS);
    }
  }
}
