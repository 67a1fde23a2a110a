package io.growthline.domain.simulate;

import io.growthline.domain.event.Transaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Card transactions of one customer. */
final class Spending {
  private record Category(String merchant, double weight, double medianMinor, double online) {}

  private static final Map<String, Category> CATEGORIES = categories();
  private static final Map<String, Double> WEIGHTS = weights();
  private static final List<String> DECLINES =
      List.of("insufficient_funds", "insufficient_funds", "limit_exceeded", "suspected_fraud");

  private final World world;
  private final Persona persona;
  private final RandomStream random;
  private final Journal journal;
  private final double basket;

  Spending(World world, Persona persona, RandomStream random, Journal journal) {
    this.world = world;
    this.persona = persona;
    this.random = random;
    this.journal = journal;
    double typical = world.population().baskets().get(persona.income());
    basket = typical * random.logNormal(1, 0.25);
  }

  /** Spends on a day, not before {@code from}. */
  void day(Day day, Instant from) {
    double rate = world.activity().transactionsPerDay() * persona.spending();
    rate *= day.level() * day.season() * Math.min(1, 0.75 + day.tenure() / 120.0);
    if (day.tenure() < 7) {
      rate *= Math.exp(0.35 * persona.eagerness());
      rate *= persona.treated() ? 1 + world.experiment().firstWeekActivityUplift() : 1;
    }
    if (day.campaign()) {
      rate *= 1 + world.campaign().spendLift();
    }
    for (int left = random.poisson(rate); left > 0; left--) {
      Instant at = random.within(day.date());
      if (!at.isBefore(from)) {
        transact(at, day);
      }
    }
  }

  private void transact(Instant at, Day day) {
    String name = random.pick(WEIGHTS);
    Category category = CATEGORIES.get(name);
    long amount = Math.max(50, Math.round(random.logNormal(category.medianMinor(), 0.6) * basket));
    String merchant = category.merchant() + " " + (1 + random.below(20));
    double online = category.online() + (day.drifted() ? world.drift().onlineShift() : 0);
    String channel = random.chance(online) ? "online" : "card_present";
    double declines = world.activity().declineRate() * (day.level() < 0.6 ? 2 : 1);
    double draw = random.uniform();
    boolean declined = draw < declines;
    String status =
        declined
            ? "declined"
            : draw < declines + world.activity().reversalRate() ? "reversed" : "approved";
    String reason = declined ? random.pick(DECLINES) : null;
    String id = journal.id("t");
    journal.add(
        "txn",
        "core-banking",
        at,
        e ->
            new Transaction(
                e.eventId(),
                e.key(),
                e.customerId(),
                e.at(),
                e.ingestedAt(),
                1,
                e.source(),
                id,
                amount,
                "GBP",
                merchant,
                name,
                channel,
                status,
                reason));
  }

  private static Map<String, Category> categories() {
    Map<String, Category> categories = new LinkedHashMap<>();
    categories.put("groceries", new Category("Grocer", 27, 2_200, 0.1));
    categories.put("eating_out", new Category("Kitchen", 17, 1_400, 0.15));
    categories.put("transport", new Category("Transit", 16, 600, 0.2));
    categories.put("shopping", new Category("Shop", 13, 2_800, 0.55));
    categories.put("bills", new Category("Utility", 7, 4_800, 0.8));
    categories.put("entertainment", new Category("Venue", 8, 1_500, 0.5));
    categories.put("health", new Category("Pharmacy", 4, 1_800, 0.1));
    categories.put("travel", new Category("Travel desk", 3, 12_000, 0.7));
    categories.put("cash", new Category("Cash machine", 5, 4_000, 0));
    return categories;
  }

  private static Map<String, Double> weights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    CATEGORIES.forEach((name, category) -> weights.put(name, category.weight()));
    return weights;
  }
}
