package io.growthline.domain.inclusion;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.experiment.Correction;
import io.growthline.domain.mart.AnalysisMart;
import io.growthline.domain.mart.TableReader;
import io.growthline.domain.metric.Dimension;
import io.growthline.domain.pricing.Verdict;
import io.growthline.domain.uplift.Difference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gaps between groups of {@code marts.customer_outcomes}. The two groups compared are those that
 * differ most, so p value and interval are corrected for all pairs from which they were chosen, and
 * the p values once more for all gaps. Customers of whom the group is not known are no group.
 */
public final class OutcomeGaps implements AnalysisMart<OutcomeGap> {
  private static final InclusionRules RULES = InclusionRules.standard();

  /** Groups of one outcome and dimension. */
  private record Key(String outcome, String dimension) {}

  /**
   * The groups that differ most.
   *
   * @param groups number of groups from which they were chosen
   */
  private record Pair(CustomerOutcome higher, CustomerOutcome lower, long groups) {
    long pairs() {
      return groups * (groups - 1) / 2;
    }

    Difference gap() {
      return Difference.of(
          higher.customers(),
          higher.withOutcome(),
          lower.customers(),
          lower.withOutcome(),
          EqualShares.simultaneousZ(pairs()));
    }

    double p() {
      double z =
          EqualShares.z(
              higher.customers(), higher.withOutcome(), lower.customers(), lower.withOutcome());
      return Math.min(1, pairs() * EqualShares.p(z));
    }
  }

  @Override
  public Class<OutcomeGap> table() {
    return OutcomeGap.class;
  }

  @Override
  public List<OutcomeGap> rows(TableReader tables, LocalDate asOf) {
    return rows(tables.rows(TableSpec.of(CustomerOutcome.class)), asOf);
  }

  @Override
  public String emptyBecause() {
    return "no customer has had an account for long enough";
  }

  /** The gaps between groups, in the order of the rows. */
  static List<OutcomeGap> rows(List<CustomerOutcome> outcomes, LocalDate asOf) {
    Map<Key, List<CustomerOutcome>> groups = new LinkedHashMap<>();
    for (CustomerOutcome row : outcomes) {
      groups
          .computeIfAbsent(new Key(row.outcome(), row.dimension()), key -> new ArrayList<>())
          .add(row);
    }
    List<List<CustomerOutcome>> compared = List.copyOf(groups.values());
    List<Pair> pairs = compared.stream().map(OutcomeGaps::pair).toList();
    double[] p = pairs.stream().mapToDouble(pair -> pair == null ? Double.NaN : pair.p()).toArray();
    double[] q = Correction.BH.adjusted(p);
    List<OutcomeGap> rows = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      CustomerOutcome any = compared.get(i).get(0);
      rows.add(
          pairs.get(i) == null
              ? withheld(any, asOf, known(compared.get(i)))
              : row(pairs.get(i), asOf, p[i], q[i]));
    }
    return rows;
  }

  /** Groups of which a rate is told. */
  private static List<CustomerOutcome> known(List<CustomerOutcome> groups) {
    return groups.stream()
        .filter(row -> row.rate() != null && !row.dimensionValue().equals(Dimension.UNKNOWN))
        .toList();
  }

  private static Pair pair(List<CustomerOutcome> groups) {
    List<CustomerOutcome> known = known(groups);
    if (known.size() < 2) {
      return null;
    }
    // Of equal rates the first name is the higher, the last the lower: they are never the same.
    Comparator<CustomerOutcome> rising =
        Comparator.comparingDouble(CustomerOutcome::rate)
            .thenComparing(CustomerOutcome::dimensionValue, Comparator.reverseOrder());
    return new Pair(
        known.stream().max(rising).orElseThrow(),
        known.stream().min(rising).orElseThrow(),
        known.size());
  }

  private static OutcomeGap row(Pair pair, LocalDate asOf, double p, double q) {
    CustomerOutcome higher = pair.higher();
    CustomerOutcome lower = pair.lower();
    Difference gap = pair.gap();
    GapVerdict verdict = GapVerdict.of(gap, q, RULES);
    boolean apart = verdict.size() != null && !verdict.size().equals(GapVerdict.SMALL);
    CustomerOutcome worse = higher.better().equals("higher") ? lower : higher;
    return new OutcomeGap(
        higher.outcome(),
        higher.dimension(),
        asOf,
        higher.better(),
        pair.groups(),
        higher.dimensionValue(),
        higher.customers(),
        higher.rate(),
        lower.dimensionValue(),
        lower.customers(),
        lower.rate(),
        gap.estimate(),
        gap.lower(),
        gap.upper(),
        p,
        q,
        verdict.size(),
        apart ? worse.dimensionValue() : null,
        verdict.verdict().text(),
        verdict.reason());
  }

  private static OutcomeGap withheld(CustomerOutcome any, LocalDate asOf, List<?> known) {
    return new OutcomeGap(
        any.outcome(),
        any.dimension(),
        asOf,
        any.better(),
        known.size(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Verdict.INVALID.text(),
        "Two known groups of at least %d customers are needed; there %s."
            .formatted(RULES.minimumGroup(), known.isEmpty() ? "is none" : "is one"));
  }
}
