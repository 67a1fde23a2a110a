package io.growthline.domain.decision;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.rule.Rules;
import io.growthline.domain.rule.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Signs that a customer may leave, with weights: what stands in for the churn model, and is
 * compared with it. The score is the sum of weights of the rules that hold, at most 1. Thread-safe.
 */
public final class ChurnRules {
  private static final long WHOLE = 1_000;

  // A score made of the model's score could not be compared with it.
  private static final List<ColumnSpec> COLUMNS =
      DecisionColumns.ALL.stream().filter(column -> !column.name().equals("churn")).toList();

  private final String version;
  private final ChurnRuleFile.Bands bands;
  private final List<Rule> rules = new ArrayList<>();

  private record Rule(String name, double weight, Condition condition) {}

  /**
   * A score.
   *
   * @param score from 0 to 1
   * @param band {@code critical}, {@code high}, {@code medium} or {@code low}
   * @param fired the rules that hold, in the order of the file
   */
  record Score(double score, String band, List<Fired> fired) {}

  /**
   * A rule that holds.
   *
   * @param columns what it looks at
   */
  record Fired(String rule, double weight, List<String> columns) {}

  private ChurnRules(String place, ChurnRuleFile file) {
    this.version = file.version();
    this.bands = file.bands();
    Rules compiler = Rules.over(place, COLUMNS);
    Set<String> names = new HashSet<>();
    for (ChurnRuleFile.Entry entry : file.rules()) {
      DecisionYaml.unique(place, entry.name(), names);
      Condition condition = Condition.of(compiler, entry.name(), entry.when());
      rules.add(new Rule(entry.name(), entry.weight(), condition));
    }
  }

  static ChurnRules parse(DecisionFiles.Text file) {
    return new ChurnRules(
        file.place(), DecisionYaml.read(file, ChurnRuleFile.class, parsed -> parsed));
  }

  /** Version of the file. */
  String version() {
    return version;
  }

  /** The score of a customer. */
  Score score(DecisionInput customer) {
    Values values = DecisionColumns.of(customer);
    List<Fired> fired = new ArrayList<>();
    long sum = 0;
    for (Rule rule : rules) {
      if (rule.condition().holds(values)) {
        fired.add(new Fired(rule.name(), rule.weight(), rule.condition().columns()));
        // Whole thousandths, so that no sum falls just short of a band.
        sum += thousandths(rule.weight());
      }
    }
    double score = Math.min(WHOLE, sum) / (double) WHOLE;
    return new Score(score, band(score), fired);
  }

  private String band(double score) {
    if (score >= bands.critical()) {
      return "critical";
    } else if (score >= bands.high()) {
      return "high";
    }
    return score >= bands.medium() ? "medium" : "low";
  }

  static long thousandths(double share) {
    return Math.round(share * WHOLE);
  }
}
