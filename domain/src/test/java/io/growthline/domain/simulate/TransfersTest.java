package io.growthline.domain.simulate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.TransferCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransfersTest {
  private static final int CUSTOMERS = 80;
  private static final List<RawEvent> MANY = events(3);

  @Test
  void howManyTransfersThereAreChangesNoOtherEvent() {
    List<RawEvent> usual = events(0.3);

    assertThat(others(MANY), is(others(usual)));
    assertThat(transfers(MANY).size(), greaterThan(5 * transfers(usual).size()));
  }

  @Test
  void theFirstLargePaymentComesOnceAndIsLarge() {
    Map<String, Integer> first = new HashMap<>();
    for (TransferCheck check : transfers(MANY)) {
      if (check.firstLargePayment()) {
        first.merge(check.customerId(), 1, Integer::sum);
        assertThat(check.amountMinor(), greaterThan(99_999L));
      }
    }

    assertThat(first.values().stream().mapToInt(i -> i).max().orElseThrow(), is(1));
  }

  @Test
  void signsComeAsOftenAsTheWorldSays() {
    World.Protection world = World.standard().protection();
    List<TransferCheck> transfers = transfers(MANY);
    double newPayees = transfers.stream().filter(TransferCheck::newPayee).count();
    double expected =
        world.scamShare() * world.scamSigns().get("new_payee")
            + (1 - world.scamShare()) * world.signs().get("new_payee");

    assertThat(newPayees / transfers.size(), closeTo(expected, 0.03));
  }

  @Test
  void nobodySendsMoneyAfterTheEndOfTheData() {
    for (TransferCheck check : transfers(MANY)) {
      assertThat(check.ingestedAt(), lessThanOrEqualTo(Simulated.YEAR.endInstant()));
    }
  }

  private static List<RawEvent> events(double monthly) {
    World world = Worlds.with("protection", Map.of("transfersMonthly", monthly));
    CustomerSimulator simulator = new CustomerSimulator(world, Simulated.YEAR, 5);
    List<RawEvent> events = new ArrayList<>();
    for (int number = 0; number < CUSTOMERS; number++) {
      events.addAll(simulator.simulate(number));
    }
    return events;
  }

  private static List<TransferCheck> transfers(List<RawEvent> events) {
    return events.stream()
        .filter(TransferCheck.class::isInstance)
        .map(TransferCheck.class::cast)
        .toList();
  }

  private static List<RawEvent> others(List<RawEvent> events) {
    return events.stream().filter(event -> !(event instanceof TransferCheck)).toList();
  }
}
