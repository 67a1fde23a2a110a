package io.growthline.domain.metric;

import static io.growthline.domain.metric.Counting.count;
import static io.growthline.domain.metric.Counting.is;
import static io.growthline.domain.metric.Counting.one;
import static io.growthline.domain.metric.Counting.sum;
import static io.growthline.domain.metric.Measure.ofCustomers;
import static io.growthline.domain.metric.Measure.ofRows;

import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.growth.Activation;
import io.growthline.domain.growth.FctActivation;
import io.growthline.domain.mart.CustomerMart;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What becomes of applicants in their first week. */
final class OnboardingMeasures {
  private static final int FIRST_DAYS = 7;
  private static final CustomerMart<FctActivation> ACTIVATION = new Activation();

  static final List<Measure> ALL =
      List.of(
          ofRows(
              "applications",
              OnboardingStep.class,
              "Applications submitted in the period",
              e -> one(e.submitsApplication())),
          ofRows(
              "identity_decisions",
              OnboardingStep.class,
              "Decisions of the period on the identity of applicants",
              e -> one(e.step().equals("kyc_decisioned"))),
          ofRows(
              "identity_approvals",
              OnboardingStep.class,
              "Of these, approvals",
              e -> one(e.approvesIdentity())),
          ofRows(
              "accounts_activated",
              OnboardingStep.class,
              "Accounts activated in the period",
              e -> one(e.activatesAccount())),
          ofCustomers(
              "mature_accounts",
              List.of(OnboardingStep.class),
              "1 for a customer whose account was opened in the period, once 7 days have passed",
              p -> count(p.rows(ACTIVATION, FctActivation::openedOn), FctActivation::isMature),
              CustomerMeasures::opensAccount),
          ofCustomers(
              "activated_accounts",
              List.of(Transaction.class),
              "1 for such a customer who funded and made three purchases in these 7 days",
              p -> count(p.rows(ACTIVATION, FctActivation::openedOn), a -> is(a.activatedD7())),
              CustomerMeasures::opensAccount),
          ofCustomers(
              "funded_accounts",
              List.of(OnboardingStep.class),
              "1 for such a customer who funded in these 7 days",
              p -> count(p.rows(ACTIVATION, FctActivation::openedOn), OnboardingMeasures::isFunded),
              CustomerMeasures::opensAccount),
          ofCustomers(
              "timed_fundings",
              List.of(OnboardingStep.class),
              "1 for such a customer whose application came before the funding",
              p -> count(p.rows(ACTIVATION, FctActivation::openedOn), OnboardingMeasures::isTimed),
              CustomerMeasures::opensAccount),
          ofCustomers(
              "minutes_to_funding",
              List.of(OnboardingStep.class),
              "Whole minutes from application to funding of such a customer",
              p -> sum(p.rows(ACTIVATION, FctActivation::openedOn), OnboardingMeasures::minutes),
              CustomerMeasures::opensAccount));

  private OnboardingMeasures() {}

  private static boolean isFunded(FctActivation account) {
    if (!account.isMature() || account.fundedAt() == null) {
      return false;
    }
    Instant end = account.openedOn().plusDays(FIRST_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    return account.fundedAt().isBefore(end);
  }

  private static boolean isTimed(FctActivation account) {
    return isFunded(account)
        && account.submittedAt() != null
        && !account.fundedAt().isBefore(account.submittedAt());
  }

  private static long minutes(FctActivation account) {
    return isTimed(account)
        ? Duration.between(account.submittedAt(), account.fundedAt()).toMinutes()
        : 0;
  }
}
