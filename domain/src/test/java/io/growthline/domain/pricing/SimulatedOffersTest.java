package io.growthline.domain.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.lessThan;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OfferOutcome;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.simulate.CustomerSimulator;
import io.growthline.domain.simulate.Simulated;
import io.growthline.domain.simulate.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The offers of simulated customers hold the price sensitivity that was planted. */
class SimulatedOffersTest {
  private static final int CUSTOMERS = 3_000;

  private final World world = World.standard();
  private final Map<String, List<LogitRegression.Group>> offers = new HashMap<>();

  @Test
  void thePriceCoefficientOfEveryIncomeBandIsRecovered() throws Exception {
    CustomerSimulator simulator = new CustomerSimulator(world, Simulated.YEAR, 7);
    for (int number = 0; number < CUSTOMERS; number++) {
      collect(simulator.simulate(number));
    }

    for (Map.Entry<String, Double> planted : world.offers().logPriceCoefficient().entrySet()) {
      LogitFit fit = LogitRegression.fit(offers.get(planted.getKey()));
      double error = Math.sqrt(fit.covariance().get(1).get(1));
      assertThat(error, lessThan(0.3));
      assertThat(
          planted.getKey(), fit.coefficients().get(1), closeTo(planted.getValue(), 3 * error));
    }
  }

  private void collect(List<RawEvent> customer) {
    Map<String, OfferOutcome> outcomes = new HashMap<>();
    for (RawEvent event : customer) {
      if (event instanceof OfferOutcome outcome) {
        outcomes.put(outcome.exposureId(), outcome);
      }
    }
    for (RawEvent event : customer) {
      if (event instanceof OfferExposure shown
          && shown.priceMinor() > 0
          && outcomes.containsKey(shown.exposureId())) {
        long accepted = outcomes.get(shown.exposureId()).accepted() ? 1 : 0;
        offers
            .computeIfAbsent(income(customer, shown), i -> new ArrayList<>())
            .add(new LogitRegression.Group(regressors(shown), 1, accepted));
      }
    }
  }

  private double[] regressors(OfferExposure shown) {
    double reference = world.offers().referencePriceMinor();
    return new double[] {
      1, Math.log(shown.priceMinor() / reference), shown.incentiveMinor() / 1000.0
    };
  }

  private static String income(List<RawEvent> customer, OfferExposure shown) {
    String income = null;
    for (RawEvent event : customer) {
      if (event instanceof CustomerProfile profile
          && !profile.occurredAt().isAfter(shown.occurredAt())) {
        income = profile.incomeSegment();
      }
    }
    return income;
  }
}
