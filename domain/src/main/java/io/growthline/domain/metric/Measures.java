package io.growthline.domain.metric;

import static io.growthline.domain.metric.Measure.ofCustomers;
import static io.growthline.domain.metric.Measure.ofEvents;

import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.feature.CustomerMonthFeatures;
import io.growthline.domain.feature.MonthlySnapshots;
import io.growthline.domain.growth.Activation;
import io.growthline.domain.growth.FctActivation;
import io.growthline.domain.mart.CustomerMart;
import io.growthline.domain.pricing.FctOfferOutcome;
import io.growthline.domain.pricing.OfferOutcomes;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All measures. A new one is one entry here; a metric of known measures needs none. */
public final class Measures {
  private static final CustomerMart<FctActivation> ACTIVATION = new Activation();
  private static final CustomerMart<CustomerMonthFeatures> SNAPSHOTS = new MonthlySnapshots();
  private static final CustomerMart<FctOfferOutcome> OFFERS = new OfferOutcomes();

  private static final Measure WITHOUT_RATE =
      ofCustomers(
          "transactions_without_rate",
          Transaction.class,
          "Purchases and refunds of the period in another currency and without a rate",
          p -> p.spending().withoutRate());

  public static final List<Measure> ALL =
      List.of(
          ofCustomers(
              "active_customers",
              "1 for a customer with a transaction, session or feature use in the period",
              p -> p.isActive() ? 1 : 0),
          ofCustomers(
              "new_customers",
              "1 for a customer whose account was opened in the period",
              p -> p.isNew() ? 1 : 0),
          ofCustomers(
              "mature_accounts",
              OnboardingStep.class,
              "1 for a customer whose account was opened in the period, once 7 days have passed",
              p -> count(p.rows(ACTIVATION, FctActivation::openedOn), FctActivation::isMature)),
          ofCustomers(
              "activated_accounts",
              OnboardingStep.class,
              "1 for such a customer who funded and made three approved transactions in these 7"
                  + " days",
              p -> count(p.rows(ACTIVATION, FctActivation::openedOn), a -> is(a.activatedD7()))),
          ofCustomers(
              "customers_at_risk",
              "1 for a customer at risk at a month's start in the period, once 30 days have passed",
              p ->
                  count(
                      p.rows(SNAPSHOTS, CustomerMonthFeatures::asOf), s -> s.churned30d() != null)),
          ofCustomers(
              "customers_churned",
              "1 for such a customer who cancelled or had no activity in these 30 days",
              p -> count(p.rows(SNAPSHOTS, CustomerMonthFeatures::asOf), s -> is(s.churned30d()))),
          ofCustomers(
              "recurring_revenue_minor",
              Subscription.class,
              "Monthly price of the subscriptions active at the period's end",
              p -> p.subscriptions().monthlyMinor()),
          ofCustomers(
              "paid_revenue_minor",
              Payment.class,
              "Payments that succeeded in the period less those refunded in it",
              p -> revenue(p.events(Payment.class))),
          ofCustomers(
                  "transaction_volume_minor",
                  Transaction.class,
                  "Purchases of the period less refunds, in the reporting currency; withheld where"
                      + " one has no rate",
                  p -> p.spending().convertedMinor())
              .withheldBy(WITHOUT_RATE),
          WITHOUT_RATE,
          ofCustomers(
              "transactions",
              Transaction.class,
              "Purchases of the period: approved transactions, neither reversed nor refunds",
              p -> p.spending().count()),
          ofCustomers(
              "offers_decided",
              OfferExposure.class,
              "Offers shown in the period whose outcome is known",
              p -> count(p.rows(OFFERS, FctOfferOutcome::shownOn), o -> o.accepted() != null)),
          ofCustomers(
              "offers_accepted",
              OfferExposure.class,
              "Offers shown in the period that were taken",
              p -> count(p.rows(OFFERS, FctOfferOutcome::shownOn), o -> is(o.accepted()))),
          ofCustomers(
              "complaints",
              SupportContact.class,
              "Complaints of the period",
              p -> count(p.events(SupportContact.class), SupportContact::complaint)),
          ofCustomers(
              "payment_attempts",
              Payment.class,
              "Payments of the period that succeeded or failed",
              p -> count(p.events(Payment.class), e -> !e.refunded())),
          ofCustomers(
              "payments_failed",
              Payment.class,
              "Payments of the period that failed",
              p -> count(p.events(Payment.class), Payment::failed)),
          ofCustomers(
              "payments_succeeded",
              Payment.class,
              "Payments of the period that succeeded",
              p -> count(p.events(Payment.class), Payment::succeeded)),
          ofCustomers(
              "payments_refunded",
              Payment.class,
              "Payments refunded in the period",
              p -> count(p.events(Payment.class), Payment::refunded)),
          ofCustomers(
              "nps_responses",
              NpsResponse.class,
              "Answers of the period",
              p -> p.events(NpsResponse.class).size()),
          ofCustomers(
              "nps_net",
              NpsResponse.class,
              "Promoters (9 or 10) less detractors (0 to 6) of the period",
              p ->
                  count(p.events(NpsResponse.class), a -> a.score() >= 9)
                      - count(p.events(NpsResponse.class), a -> a.score() <= 6)),
          ofEvents(
              "campaign_spend_minor",
              CampaignSpend.class,
              "Campaign spend of the period's days",
              CampaignSpend::spendOn,
              CampaignSpend::spendMinor));

  private Measures() {}

  /** The measure of this name. */
  public static Optional<Measure> find(String id) {
    return ALL.stream().filter(measure -> measure.id().equals(id)).findFirst();
  }

  private static long revenue(List<Payment> payments) {
    long sum = 0;
    for (Payment payment : payments) {
      if (payment.succeeded()) {
        sum = Math.addExact(sum, payment.amountMinor());
      } else if (payment.refunded()) {
        sum = Math.subtractExact(sum, payment.amountMinor());
      }
    }
    return sum;
  }

  private static boolean is(Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  private static <E> long count(List<E> elements, Predicate<E> condition) {
    long n = 0;
    for (E element : elements) {
      if (condition.test(element)) {
        n++;
      }
    }
    return n;
  }
}
