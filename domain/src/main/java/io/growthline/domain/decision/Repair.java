package io.growthline.domain.decision;

import io.growthline.domain.decision.Selection.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses customer by customer within limits: greedily in several orders, each improved by
 * exchanges, of which the best counts. Every limit is kept after each step. Deterministic.
 */
final class Repair {
  private final List<Limit> limits;
  private final int customers;

  Repair(List<Limit> limits, int customers) {
    this.limits = limits;
    this.customers = customers;
  }

  /**
   * Chooses. Who is held out is chosen where somebody worth as much would be contacted.
   *
   * @param entries in order of customers, and of actions within one
   */
  Selection choose(List<Entry> entries) {
    // Sorts are stable: customers stay in order among equals.
    List<Entry> ordered = sorted(entries, Comparator.comparingDouble(entry -> -entry.reduced()));
    List<Entry> contacts = ordered.stream().filter(Entry::isContact).toList();
    Selection best = null;
    for (Comparator<Entry> order : orders()) {
      Selection selection = new Selection(limits, customers);
      sorted(contacts, order).forEach(selection::choose);
      new Exchange(selection, contacts).improve();
      best = best == null || selection.net() > best.net() ? selection : best;
    }
    Selection first = new Selection(limits, customers);
    ordered.forEach(first::choose);
    first.all().stream().filter(entry -> !entry.isContact()).forEach(best::hold);
    ordered.forEach(best::choose);
    return best;
  }

  /** By value less prices, by value, and by value over shares of limits. */
  private List<Comparator<Entry>> orders() {
    return List.of(
        Comparator.comparingDouble(entry -> -entry.reduced()),
        Comparator.comparingLong(entry -> -entry.net()),
        Comparator.comparingDouble(entry -> -entry.net() / share(entry)));
  }

  private double share(Entry entry) {
    double share = 1e-9;
    for (int limit : entry.used()) {
      Limit each = limits.get(limit);
      share += (double) each.use(entry.option().costMinor()) / Math.max(1, each.bound());
    }
    return share;
  }

  private static List<Entry> sorted(List<Entry> entries, Comparator<Entry> order) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(order);
    return sorted;
  }
}
