package io.growthline.domain.decision;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.Totals;
import java.util.ArrayList;
import java.util.List;

/** What a plan is expected to bring and cost; gives the rows of {@code scores.plan_totals}. */
public final class PlanTotals implements Totals<PlanTotals> {
  private static final int SLOTS = 9;

  /** An action in a segment. */
  public record Key(String action, String segment) {}

  private final Counts<Key> counts = new Counts<>(Key.class, SLOTS);

  /** Adds a choice; who was not chosen adds nothing. */
  public void add(Choice choice) {
    if (!choice.chosen()) {
      return;
    }
    Key key = new Key(choice.action().name(), choice.customer().segment());
    if (!choice.treated()) {
      counts.add(key, 1, 1);
      return;
    }
    ExpectedValue value = choice.value();
    counts.add(
        key,
        new long[] {
          1,
          0,
          billionths(1 - choice.customer().p().value()),
          billionths(value.kept()),
          value.valueSavedMinor(),
          value.contactCostMinor(),
          value.stayerIncentiveMinor(),
          value.netMinor(),
          value.costMinor()
        });
  }

  /** The rows of a plan. */
  public List<PlanTotal> rows(Plan plan) {
    List<PlanTotal> rows = new ArrayList<>();
    counts.forEach(
        (key, n) ->
            rows.add(
                new PlanTotal(
                    plan.id(),
                    plan.asOf(),
                    key.action(),
                    key.segment(),
                    n[0],
                    n[1],
                    n[2] * DecisionCell.CHANCE_UNIT,
                    n[3] * DecisionCell.CHANCE_UNIT,
                    n[4],
                    n[5],
                    n[6],
                    n[7],
                    n[8])));
    return rows;
  }

  private static long billionths(double share) {
    return (long) Math.rint(share / DecisionCell.CHANCE_UNIT);
  }

  @Override
  public void addAll(PlanTotals part) {
    counts.addAll(part.counts);
  }

  @Override
  public void write(RowBuffer out) {
    counts.write(out);
  }

  @Override
  public void add(RowCursor part) {
    counts.add(part);
  }
}
