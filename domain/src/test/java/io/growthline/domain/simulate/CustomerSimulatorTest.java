package io.growthline.domain.simulate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.event.RawEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerSimulatorTest {
  @Test
  void equalSeedsGiveEqualCustomers() {
    assertThat(simulator(7).simulate(3), is(simulator(7).simulate(3)));
  }

  @Test
  void otherSeedsGiveOtherCustomers() {
    assertThat(simulator(7).simulate(3), not(simulator(8).simulate(3)));
  }

  @Test
  void aCustomerDoesNotDependOnThoseSimulatedBefore() {
    List<RawEvent> alone = simulator(7).simulate(5);
    CustomerSimulator busy = simulator(7);
    for (int number = 9; number > 5; number--) {
      busy.simulate(number);
    }

    assertThat(busy.simulate(5), is(alone));
  }

  private static CustomerSimulator simulator(long seed) {
    return new CustomerSimulator(World.standard(), Simulated.YEAR, seed);
  }
}
