package io.growthline.domain.decision;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.decision.Selection.Entry;
import io.growthline.domain.mart.Totals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of each candidate, and the prices of limits. Every limit is kept exactly. */
public final class Allocation implements Totals<Allocation> {
  private static final int NONE = -1;

  private final Map<String, Verdict> verdicts = new HashMap<>();
  private final List<Double> prices = new ArrayList<>();

  /**
   * What became of one.
   *
   * @param action index of the action that was chosen, or else was best
   * @param limit index of the limit that left no room; -1 when the action was chosen
   * @param priority place in the list of the action's owner, from 1, by expected value; 0 for who
   *     is not contacted
   */
  record Verdict(int action, int limit, long priority) {
    boolean chosen() {
      return limit == NONE;
    }
  }

  /**
   * Chooses within limits, at prices fitted anew to the candidates. Who is held out is chosen as if
   * contacted, but uses nothing.
   */
  public static Allocation of(DecisionRules rules, Candidates candidates) {
    return of(rules.actions(), Limit.of(rules), candidates);
  }

  static Allocation of(List<Action> actions, List<Limit> limits, Candidates candidates) {
    List<Candidate> sorted = candidates.sorted();
    PriceFit fit =
        PriceFit.of(actions, limits, sorted.stream().filter(c -> c.arm() == Arm.TREATED).toList());
    double[] prices = fit.prices();
    List<Entry> entries = new ArrayList<>();
    for (int c = 0; c < sorted.size(); c++) {
      for (Candidate.Option option : sorted.get(c).options()) {
        entries.add(entry(actions, limits, prices, c, sorted.get(c), option));
      }
    }
    Selection chosen = new Repair(limits, sorted.size()).choose(entries);
    Allocation allocation = new Allocation();
    Arrays.stream(prices).forEach(allocation.prices::add);
    Entry[] best = new Entry[sorted.size()];
    for (Entry entry : entries) {
      int c = entry.customer();
      best[c] = best[c] == null || entry.net() > best[c].net() ? entry : best[c];
    }
    for (Entry entry : best) {
      if (chosen.of(entry.customer()) == null) {
        allocation.verdicts.put(
            entry.candidate().customerId(),
            new Verdict(entry.option().action(), chosen.full(entry), 0));
      }
    }
    allocation.rank(actions, chosen.all());
    return allocation;
  }

  private static Entry entry(
      List<Action> actions,
      List<Limit> limits,
      double[] prices,
      int customer,
      Candidate candidate,
      Candidate.Option option) {
    Action action = actions.get(option.action());
    double reduced = option.netMinor();
    int[] used = new int[limits.size()];
    int count = 0;
    for (int l = 0; l < prices.length; l++) {
      Limit limit = limits.get(l);
      if (limit.scope().holds(action, candidate.segment(), candidate.valueBand())) {
        reduced -= prices[l] * limit.use(option.costMinor());
        used[count++] = l;
      }
    }
    return new Entry(customer, candidate, option, reduced, Arrays.copyOf(used, count));
  }

  private void rank(List<Action> actions, List<Entry> chosen) {
    List<Entry> ordered = new ArrayList<>(chosen);
    ordered.sort(
        Comparator.comparingLong((Entry entry) -> -entry.option().netMinor())
            .thenComparing(entry -> entry.candidate().customerId()));
    Map<String, Long> last = new HashMap<>();
    for (Entry entry : ordered) {
      int action = entry.option().action();
      long priority =
          entry.candidate().arm() == Arm.HOLDOUT
              ? 0
              : last.merge(actions.get(action).owner(), 1L, Long::sum);
      verdicts.put(entry.candidate().customerId(), new Verdict(action, NONE, priority));
    }
  }

  /** What became of a customer; null for who was no candidate. */
  Verdict of(String customerId) {
    return verdicts.get(customerId);
  }

  /** Prices of the limits within which was chosen, in their order. */
  public List<Double> prices() {
    return List.copyOf(prices);
  }

  @Override
  public void addAll(Allocation part) {
    verdicts.putAll(part.verdicts);
    prices.addAll(part.prices);
  }

  @Override
  public void write(RowBuffer out) {
    out.putVarint(verdicts.size());
    new TreeMap<>(verdicts)
        .forEach(
            (customer, verdict) -> {
              out.putText(customer);
              out.putVarint(verdict.action());
              out.putZigzag(verdict.limit());
              out.putVarint(verdict.priority());
            });
    out.putVarint(prices.size());
    prices.forEach(price -> out.putLong(Double.doubleToRawLongBits(price)));
  }

  @Override
  public void add(RowCursor part) {
    for (long left = part.readVarint(); left > 0; left--) {
      verdicts.put(
          part.readText(),
          new Verdict((int) part.readVarint(), (int) part.readZigzag(), part.readVarint()));
    }
    for (long left = part.readVarint(); left > 0; left--) {
      prices.add(Double.longBitsToDouble(part.readLong()));
    }
  }
}
