package io.growthline.domain.decision;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.Totals;
import java.util.ArrayList;
import java.util.List;

/**
 * What rules say of all customers; gives the rows of {@code scores.recommendations} and {@code
 * scores.churn_rule_agreement}.
 */
public final class RuleTotals implements Totals<RuleTotals> {
  private static final List<String> BANDS = List.of("low", "medium", "high");

  private static final int CUSTOMERS = 0;
  private static final int VALUED = 1;
  private static final int AT_STAKE = 2;

  /** A recommendation; all customers have the empty name. */
  public record Group(String recommendation) {}

  /** A score of churn rules beside the model's band. */
  public record Scored(String modelBand, String band, long thousandths) {}

  private static final Group ALL = new Group("");

  private final Counts<Group> groups = new Counts<>(Group.class, 3);
  private final Counts<Scored> scored = new Counts<>(Scored.class, 1);

  /** Adds a customer who has a chance of leaving. */
  public void add(DecisionRules rules, DecisionInput customer) {
    boolean valued = customer.lost() != null;
    long[] amounts = {1, valued ? 1 : 0, valued ? atStake(customer) : 0};
    groups.add(ALL, amounts);
    for (String name : rules.recommendations().of(customer)) {
      groups.add(new Group(name), amounts);
    }
    if (customer.modelBand() != null) {
      ChurnRules.Score score = rules.churnRules().score(customer);
      scored.add(
          new Scored(customer.modelBand(), score.band(), ChurnRules.thousandths(score.score())),
          0,
          1);
    }
  }

  private static long atStake(DecisionInput customer) {
    return (long) Math.rint(customer.churn() * Math.max(0, customer.lost().value()));
  }

  /** The recommendations of a plan, in the order of their file. */
  public List<Recommendation> recommendations(Plan plan) {
    return plan.rules().recommendations().all().stream().map(rule -> row(plan, rule)).toList();
  }

  private Recommendation row(Plan plan, RecommendationFile.Entry rule) {
    Group group = new Group(rule.name());
    long customers = groups.get(group, CUSTOMERS);
    long valued = groups.get(group, VALUED);
    long all = groups.get(ALL, AT_STAKE);
    Long atStake = customers > 0 && valued == 0 ? null : (Long) groups.get(group, AT_STAKE);
    Double impact =
        atStake == null || all == 0 ? null : (Double) (rule.severity() * (atStake / (double) all));
    Double priority = impact == null ? null : (Double) (impact * rule.confidence() / rule.effort());
    RecommendationRules rules = plan.rules().recommendations();
    return new Recommendation(
        rule.name(),
        plan.asOf(),
        rules.version(),
        rule.action(),
        rule.owner(),
        rule.evidence(),
        customers,
        groups.get(ALL, CUSTOMERS),
        valued,
        atStake,
        all,
        rule.severity(),
        impact,
        rule.confidence(),
        rule.effort(),
        priority,
        priority == null ? "unknown" : rules.band(priority));
  }

  /** Churn rules beside the model, by band of the model from low to high; none without a model. */
  public List<ChurnRuleAgreement> agreement(Plan plan) {
    List<ChurnRuleAgreement> rows = new ArrayList<>();
    if (!scored.isEmpty()) {
      for (int band = 0; band < BANDS.size(); band++) {
        rows.add(agreement(plan, band));
      }
    }
    return rows;
  }

  private ChurnRuleAgreement agreement(Plan plan, int modelBand) {
    String band = BANDS.get(modelBand);
    long customers = 0;
    long thousandths = 0;
    for (Scored key : scored.keys()) {
      if (key.modelBand().equals(band)) {
        customers += scored.get(key, 0);
        thousandths = Math.addExact(thousandths, scored.get(key, 0) * key.thousandths());
      }
    }
    return new ChurnRuleAgreement(
        band,
        plan.asOf(),
        plan.rules().churnRules().version(),
        customers,
        inBand(band, "critical"),
        inBand(band, "high"),
        inBand(band, "medium"),
        inBand(band, "low"),
        customers == 0 ? null : (Double) (thousandths / 1000.0 / customers),
        auc(modelBand));
  }

  private long inBand(String modelBand, String band) {
    long customers = 0;
    for (Scored key : scored.keys()) {
      if (key.modelBand().equals(modelBand) && key.band().equals(band)) {
        customers += scored.get(key, 0);
      }
    }
    return customers;
  }

  /** The share of pairs of a customer of a band or a higher one with a lower one in right order. */
  private Double auc(int modelBand) {
    long[] upper = new long[1001];
    long[] lower = new long[1001];
    for (Scored key : scored.keys()) {
      boolean isUpper = BANDS.indexOf(key.modelBand()) >= modelBand;
      (isUpper ? upper : lower)[(int) key.thousandths()] += scored.get(key, 0);
    }
    long uppers = 0;
    long below = 0;
    long halves = 0;
    for (int score = 0; score < upper.length; score++) {
      halves =
          Math.addExact(
              halves, Math.multiplyExact(upper[score], Math.addExact(2 * below, lower[score])));
      uppers += upper[score];
      below += lower[score];
    }
    return uppers == 0 || below == 0
        ? null
        : (Double) (halves / (2.0 * Math.multiplyExact(uppers, below)));
  }

  @Override
  public void addAll(RuleTotals part) {
    groups.addAll(part.groups);
    scored.addAll(part.scored);
  }

  @Override
  public void write(RowBuffer out) {
    groups.write(out);
    scored.write(out);
  }

  @Override
  public void add(RowCursor part) {
    groups.add(part);
    scored.add(part);
  }
}
