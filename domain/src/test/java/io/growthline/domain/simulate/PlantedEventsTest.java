package io.growthline.domain.simulate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OfferOutcome;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Referral;
import io.growthline.domain.event.RewardPosting;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the world plants is found in the events of its customers, within their errors. */
class PlantedEventsTest {
  private static final World WORLD = World.standard();
  private static final Simulated EVENTS = Simulated.customers(1_500, 7);
  private static final Map<String, CustomerProfile> PROFILES = profiles();

  @Test
  void customersOfLowDigitalConfidenceFundLessOften() {
    Set<String> funded =
        EVENTS.of(OnboardingStep.class).stream()
            .filter(OnboardingStep::fundsAccount)
            .map(RawEvent::customerId)
            .collect(Collectors.toSet());

    double low = mean(p -> confidence(p) < 0.5, p -> funded.contains(p.customerId()) ? 1 : 0);
    double high = mean(p -> confidence(p) >= 0.8, p -> funded.contains(p.customerId()) ? 1 : 0);
    assertThat(high - low, greaterThan(0.08));
  }

  @Test
  void customersOfLowDigitalConfidenceAskSupportMoreOften() {
    Map<String, Long> contacts = count(SupportContact.class);

    double low = mean(p -> confidence(p) < 0.5, p -> contacts.getOrDefault(p.customerId(), 0L));
    double high = mean(p -> confidence(p) >= 0.8, p -> contacts.getOrDefault(p.customerId(), 0L));
    assertThat(low / high, greaterThan(1.1));
  }

  @Test
  void theSameCustomersAreUnknownInAllThreeNeeds() {
    for (CustomerProfile profile : PROFILES.values()) {
      boolean unknown = profile.digitalConfidence() == null;
      assertThat(profile.accessibilityNeed() == null, is(unknown));
      assertThat(profile.newToCountry() == null, is(unknown));
    }
    assertThat(mean(p -> true, p -> p.digitalConfidence() == null ? 1 : 0), closeTo(0.1, 0.03));
  }

  @Test
  void basketsOfIncomeSegmentsDifferAsPlanted() {
    Map<String, double[]> logs = new HashMap<>();
    for (Transaction transaction : EVENTS.of(Transaction.class)) {
      String segment = PROFILES.get(transaction.customerId()).incomeSegment();
      double[] sum = logs.computeIfAbsent(segment, s -> new double[2]);
      sum[0] += Math.log(transaction.amountMinor());
      sum[1]++;
    }
    double middle = logs.get("middle")[0] / logs.get("middle")[1];

    WORLD
        .population()
        .baskets()
        .forEach(
            (segment, basket) -> {
              double[] sum = logs.get(segment);
              assertThat(segment, Math.exp(sum[0] / sum[1] - middle) / basket, closeTo(1, 0.12));
            });
  }

  @Test
  void chanceAssignsTheArmsOfATrialInThePlantedShares() {
    List<OfferExposure> trial = trial(e -> true);
    WORLD
        .promotions()
        .arms()
        .forEach(
            (arm, weight) -> {
              double share = share(trial, e -> e.arm().equals(arm));
              assertThat(arm, share, closeTo(weight / 100, 4 * error(weight / 100, trial.size())));
            });
  }

  @Test
  void onlyTheArmIncentiveSeesOne() {
    for (OfferExposure shown : trial(e -> true)) {
      assertThat(shown.incentiveMinor() > 0, is(shown.arm().equals("incentive")));
      assertThat(shown.priceMinor(), is(0L));
    }
  }

  @Test
  void anOfferIsTakenAsOftenAsPlantedInEachArm() {
    for (String arm : WORLD.promotions().arms().keySet()) {
      Decisions decisions = decisions(arm);
      assertThat(arm, decisions.taken(), closeTo(decisions.planted(), 4 * decisions.error()));
    }
  }

  @Test
  void anIncentiveAndAnOfferAtAllRaiseAcceptanceAsPlanted() {
    Decisions holdout = decisions("holdout");
    Decisions incentive = decisions("incentive");

    double planted = incentive.planted() - holdout.planted();
    double error = Math.hypot(incentive.error(), holdout.error());
    assertThat(planted, greaterThan(5 * error));
    assertThat(incentive.taken() - holdout.taken(), closeTo(planted, 3 * error));
  }

  /** Shares of offers of an arm that were taken, and should be; the error of the former. */
  private record Decisions(double taken, double planted, double error) {}

  private static Decisions decisions(String arm) {
    Map<String, OfferOutcome> outcomes = EVENTS.by(OfferOutcome.class, OfferOutcome::exposureId);
    Map<String, World.Promotion> catalogue =
        WORLD.promotions().catalogue().stream()
            .collect(Collectors.toMap(World.Promotion::offerId, p -> p));
    double logit = WORLD.promotions().armLogits().get(arm);
    int offers = 0;
    int taken = 0;
    double planted = 0;
    double variance = 0;
    for (OfferExposure shown : trial(e -> e.arm().equals(arm))) {
      OfferOutcome outcome = outcomes.get(shown.exposureId());
      if (outcome != null) {
        double p = catalogue.get(shown.offerId()).acceptance(logit);
        offers++;
        taken += outcome.accepted() ? 1 : 0;
        planted += p;
        variance += p * (1 - p);
      }
    }
    return new Decisions(taken / (double) offers, planted / offers, Math.sqrt(variance) / offers);
  }

  @Test
  void vulnerableCustomersTakeNoPartInATrialAndSeeNoPremiumBundle() {
    Set<String> vulnerable = new HashSet<>();
    for (RawEvent event : EVENTS.events()) {
      if (event instanceof CustomerProfile profile && profile.vulnerableCustomer()) {
        vulnerable.add(profile.customerId());
      }
    }
    List<OfferExposure> shown =
        EVENTS.of(OfferExposure.class).stream()
            .filter(e -> "help_without_incentive".equals(e.eligibilityReason()))
            .toList();

    assertThat(shown.isEmpty(), is(false));
    for (OfferExposure offer : shown) {
      assertThat(vulnerable.contains(offer.customerId()), is(true));
      assertThat(offer.arm() == null && offer.incentiveMinor() == 0, is(true));
      assertThat(offer.offerId(), not("premium_bundle_trial"));
    }
  }

  @Test
  void cashbackForBusinessesIsShownToBusinessesAlone() {
    List<OfferExposure> cashback =
        EVENTS.of(OfferExposure.class).stream()
            .filter(e -> e.offerId().equals("business_cashback"))
            .toList();

    assertThat(cashback.isEmpty(), is(false));
    assertThat(
        cashback.stream().map(e -> PROFILES.get(e.customerId()).businessAccount()).toList(),
        everyItem(is(true)));
  }

  @Test
  void aPostingNamesARewardOfTheSameCustomerWhoseReferralStatesTheEntitlement() {
    Map<String, Referral> qualified =
        EVENTS.of(Referral.class).stream()
            .filter(Referral::qualifies)
            .collect(Collectors.toMap(Referral::rewardId, r -> r));

    assertThat(EVENTS.of(RewardPosting.class).isEmpty(), is(false));
    for (RewardPosting posting : EVENTS.of(RewardPosting.class)) {
      Referral referral = qualified.get(posting.rewardId());
      assertThat(referral, notNullValue());
      assertThat(referral.customerId(), is(posting.customerId()));
      assertThat(referral.rewardMinor(), is(WORLD.rewards().rewardMinor()));
      assertThat(posting.occurredAt(), greaterThan(referral.occurredAt()));
    }
  }

  private static List<OfferExposure> trial(Predicate<OfferExposure> which) {
    return EVENTS.of(OfferExposure.class).stream()
        .filter(e -> e.arm() != null)
        .filter(which)
        .toList();
  }

  private static double share(List<OfferExposure> offers, Predicate<OfferExposure> which) {
    return offers.stream().filter(which).count() / (double) offers.size();
  }

  private static double error(double share, int of) {
    return Math.sqrt(share * (1 - share) / of);
  }

  private static double confidence(CustomerProfile profile) {
    return profile.digitalConfidence() == null ? 0.7 : profile.digitalConfidence();
  }

  private static double mean(
      Predicate<CustomerProfile> which, ToDoubleFunction<CustomerProfile> value) {
    return PROFILES.values().stream().filter(which).mapToDouble(value).average().orElseThrow();
  }

  private static Map<String, Long> count(Class<? extends RawEvent> type) {
    return EVENTS.of(type).stream()
        .collect(Collectors.groupingBy(RawEvent::customerId, Collectors.counting()));
  }

  private static Map<String, CustomerProfile> profiles() {
    return EVENTS.of(CustomerProfile.class).stream()
        .collect(Collectors.toMap(RawEvent::customerId, p -> p, (first, later) -> first));
  }
}
