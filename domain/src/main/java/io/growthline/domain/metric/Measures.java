package io.growthline.domain.metric;

import static io.growthline.domain.metric.Measure.ofCustomers;
import static io.growthline.domain.metric.Measure.ofEvents;
import static io.growthline.domain.metric.Measure.ofRows;
import static io.growthline.domain.metric.Measure.ofRowsOfCustomers;
import static io.growthline.domain.metric.Measure.ofSpending;

import io.growthline.domain.customer.Activity;
import io.growthline.domain.customer.Spending;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
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
      ofSpending(
          "transactions_without_rate",
          "Purchases and refunds of the period in another currency and without a rate",
          Spending::withoutRate);

  public static final List<Measure> ALL =
      List.of(
          ofCustomers(
              "active_customers",
              Activity.TYPES,
              "1 for a customer with a transaction, session or feature use in the period",
              p -> p.isActive() ? 1 : 0,
              Activity::is),
          ofCustomers(
              "new_customers",
              "1 for a customer whose account was opened in the period",
              p -> p.isNew() ? 1 : 0,
              Measures::opensAccount),
          ofCustomers(
              "mature_accounts",
              List.of(OnboardingStep.class),
              "1 for a customer whose account was opened in the period, once 7 days have passed",
              p -> count(p.rows(ACTIVATION, FctActivation::openedOn), FctActivation::isMature),
              Measures::opensAccount),
          ofCustomers(
              "activated_accounts",
              List.of(Transaction.class),
              "1 for such a customer who funded and made three purchases in these 7" + " days",
              p -> count(p.rows(ACTIVATION, FctActivation::openedOn), a -> is(a.activatedD7())),
              Measures::opensAccount),
          ofCustomers(
              "customers_at_risk",
              Activity.TYPES,
              "1 for a customer at risk at a month's start in the period, once 30 days have passed",
              p ->
                  count(
                      p.rows(SNAPSHOTS, CustomerMonthFeatures::asOf), s -> s.churned30d() != null),
              Activity::is),
          ofCustomers(
              "customers_churned",
              Activity.TYPES,
              "1 for such a customer who cancelled or had no activity in these 30 days",
              p -> count(p.rows(SNAPSHOTS, CustomerMonthFeatures::asOf), s -> is(s.churned30d())),
              Activity::is),
          ofCustomers(
              "subscribers_at_risk",
              List.of(Subscription.class),
              "1 for a customer with an active subscription at a month's start in the period, once 30"
                  + " days have passed",
              Subscribers::atRisk,
              Subscription.class::isInstance),
          ofCustomers(
              "subscribers_churned",
              List.of(Subscription.class),
              "1 for such a customer whose subscriptions are all cancelled after these 30 days",
              Subscribers::churned,
              Subscription.class::isInstance),
          ofCustomers(
              "recurring_revenue_minor",
              List.of(Subscription.class),
              "Monthly price of the subscriptions active at the period's end",
              p -> p.subscriptions().monthlyMinor(),
              Subscription.class::isInstance),
          ofRowsOfCustomers(
              "paid_revenue_minor",
              Payment.class,
              "Payments of customers that succeeded in the period less those refunded in it",
              Measures::revenue),
          ofSpending(
                  "transaction_volume_minor",
                  "Purchases of the period less refunds, in the reporting currency, also of"
                      + " transactions that name no customer; withheld where one has no rate",
                  Spending::convertedMinor)
              .withheldBy(WITHOUT_RATE),
          WITHOUT_RATE,
          ofCustomers(
              "transactions",
              List.of(Transaction.class),
              "Purchases of customers in the period: approved transactions, neither reversed nor"
                  + " refunds",
              p -> p.spending().count(),
              event -> event instanceof Transaction t && Spending.isPurchase(t)),
          ofCustomers(
              "offers_decided",
              List.of(OfferExposure.class),
              "Offers shown in the period whose outcome is known",
              p -> count(p.rows(OFFERS, FctOfferOutcome::shownOn), o -> o.accepted() != null),
              OfferExposure.class::isInstance),
          ofCustomers(
              "offers_accepted",
              List.of(OfferExposure.class),
              "Offers shown in the period that were taken",
              p -> count(p.rows(OFFERS, FctOfferOutcome::shownOn), o -> is(o.accepted())),
              OfferExposure.class::isInstance),
          ofRowsOfCustomers(
              "complaints",
              SupportContact.class,
              "Complaints of customers in the period",
              e -> one(e.complaint())),
          ofRows(
              "payment_attempts",
              Payment.class,
              "Payments of the period that succeeded or failed",
              e -> one(!e.refunded())),
          ofRows(
              "payments_failed",
              Payment.class,
              "Payments of the period that failed",
              e -> one(e.failed())),
          ofRows(
              "payments_succeeded",
              Payment.class,
              "Payments of the period that succeeded",
              e -> one(e.succeeded())),
          ofRows(
              "payments_refunded",
              Payment.class,
              "Payments refunded in the period",
              e -> one(e.refunded())),
          ofRows("nps_responses", NpsResponse.class, "Answers of the period", e -> 1),
          ofRows(
              "nps_net",
              NpsResponse.class,
              "Promoters (9 or 10) less detractors (0 to 6) of the period",
              e -> one(e.score() >= 9) - one(e.score() <= 6)),
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

  private static long revenue(Payment payment) {
    return payment.succeeded()
        ? payment.amountMinor()
        : payment.refunded() ? Math.negateExact(payment.amountMinor()) : 0;
  }

  private static boolean opensAccount(RawEvent event) {
    return event instanceof CustomerProfile || event instanceof OnboardingStep;
  }

  private static long one(boolean condition) {
    return condition ? 1 : 0;
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
