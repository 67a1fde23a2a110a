package io.growthline.domain.uplift;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.feature.FctOfferFeatures;
import io.growthline.domain.feature.OfferFeatures;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.scoring.LabelledRow;
import io.growthline.domain.scoring.ModelMetadata;
import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.ModelTrainer;
import io.growthline.domain.scoring.Models;
import io.growthline.domain.scoring.TrainingOutcome;
import io.growthline.domain.simulate.CustomerSimulator;
import io.growthline.domain.simulate.Simulated;
import io.growthline.domain.simulate.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The trials of the synthetic bank hold the effects that were planted. */
class SimulatedTrialsTest {
  private static final LocalDate AS_OF = Simulated.YEAR.end();
  private static final World WORLD = World.standard();
  private static final List<FctOfferFeatures> OFFERS = offers(3_000, 7);

  @Test
  void everyEffectHasThePlantedSignAndItsIntervalHoldsThePlantedSize() {
    List<OfferEffect> effects = overall(OFFERS);

    assertThat(effects.size(), is(12));
    long held = effects.stream().filter(SimulatedTrialsTest::holdsThePlanted).count();
    // 12 intervals of 90 % that share arms.
    assertThat(held, greaterThanOrEqualTo(9L));
    for (OfferEffect effect : effects) {
      if (effect.verdict().equals("usable")) {
        assertThat(effect.toString(), effect.effect(), greaterThan(0.0));
      }
    }
    OfferEffect strongest = find(effects, "savings_boost", "incentive", "holdout");
    assertThat(strongest.verdict(), is("usable"));
  }

  @Test
  void overManyBanksNinetyOfAHundredIntervalsHoldThePlantedSize() {
    long held = 0;
    long all = 0;
    for (long seed = 100; seed < 125; seed++) {
      for (OfferEffect effect : overall(offers(250, seed))) {
        if (effect.effect() != null) {
          all++;
          held += holdsThePlanted(effect) ? 1 : 0;
        }
      }
    }

    assertThat((double) held / all, allOf(greaterThanOrEqualTo(0.84), lessThanOrEqualTo(0.96)));
  }

  @Test
  void bandsAddUpToAll() {
    List<OfferEffect> effects = new OfferEffects().rows(new OfferTables(OFFERS), AS_OF);
    long inTrial = OFFERS.stream().filter(o -> o.inTrial() && o.taken() != null).count();

    assertThat(
        effects.stream()
            .filter(e -> e.controlArm().equals("holdout") && !e.segment().equals("all"))
            .mapToLong(e -> e.treated() + (e.arm().equals("standard") ? e.control() : 0))
            .sum(),
        is(inTrial));
    assertThat(
        overall(OFFERS).stream()
            .filter(e -> e.controlArm().equals("holdout"))
            .mapToLong(e -> e.treated() + (e.arm().equals("standard") ? e.control() : 0))
            .sum(),
        is(inTrial));
  }

  @Test
  void anEffectThatIsEqualForAllCustomersGivesNoOrderOfThem() {
    List<UpliftQuality> qualities = new UpliftQualities().rows(new OfferTables(OFFERS), AS_OF);

    assertThat(qualities.size(), is(8));
    assertThat(
        qualities.stream().filter(q -> q.verdict().equals("usable")).count(),
        lessThanOrEqualTo(1L));
    for (UpliftQuality quality : qualities) {
      assertThat(quality.verdictReason().isBlank(), is(false));
    }
  }

  @Test
  void theResponseModelRanksLaterOffersBetterThanChance() {
    ModelSpec<FctOfferFeatures, ?> response = response();
    List<LabelledRow> rows =
        OFFERS.stream()
            .filter(offer -> offer.responded() != null)
            .sorted(
                Comparator.comparing(FctOfferFeatures::shownOn)
                    .thenComparing(FctOfferFeatures::exposureId))
            .map(response::labelled)
            .toList();

    TrainingOutcome outcome =
        new ModelTrainer("response", response.history().names(), response.labelDays())
            .train(AS_OF, rows);

    assertThat(outcome, instanceOf(TrainingOutcome.Trained.class));
    ModelMetadata model = ((TrainingOutcome.Trained) outcome).model().metadata();
    assertThat(model.metrics().auc(), greaterThan(0.62));
    assertThat(model.metrics().calibrationError(), lessThanOrEqualTo(0.03));
  }

  @SuppressWarnings("unchecked") // the specification says which record it learns from
  private static ModelSpec<FctOfferFeatures, ?> response() {
    return (ModelSpec<FctOfferFeatures, ?>) Models.find("response").orElseThrow();
  }

  private static boolean holdsThePlanted(OfferEffect effect) {
    double planted =
        share(effect.offerId(), effect.arm()) - share(effect.offerId(), effect.controlArm());
    return effect.lower() <= planted && planted <= effect.upper();
  }

  private static double share(String offer, String arm) {
    World.Promotion promotion =
        WORLD.promotions().catalogue().stream()
            .filter(p -> p.offerId().equals(offer))
            .findFirst()
            .orElseThrow();
    double odds = promotion.acceptance() / (1 - promotion.acceptance());
    double inArm = odds * Math.exp(WORLD.promotions().armLogits().get(arm));
    return inArm / (1 + inArm);
  }

  private static OfferEffect find(
      List<OfferEffect> effects, String offer, String arm, String control) {
    return effects.stream()
        .filter(e -> e.offerId().equals(offer))
        .filter(e -> e.arm().equals(arm) && e.controlArm().equals(control))
        .findFirst()
        .orElseThrow();
  }

  private static List<OfferEffect> overall(List<FctOfferFeatures> offers) {
    return new OfferEffects()
        .rows(new OfferTables(offers), AS_OF).stream()
            .filter(effect -> effect.segment().equals("all"))
            .toList();
  }

  private static List<FctOfferFeatures> offers(int customers, long seed) {
    CustomerSimulator simulator = new CustomerSimulator(WORLD, Simulated.YEAR, seed);
    List<FctOfferFeatures> offers = new ArrayList<>();
    for (int number = 0; number < customers; number++) {
      Map<String, List<RawEvent>> byCustomer =
          simulator.simulate(number).stream()
              .filter(event -> event.customerId() != null)
              .collect(Collectors.groupingBy(RawEvent::customerId));
      byCustomer.forEach(
          (id, events) ->
              offers.addAll(new OfferFeatures().rows(CustomerAsOf.of(id, events, AS_OF))));
    }
    return offers;
  }
}
