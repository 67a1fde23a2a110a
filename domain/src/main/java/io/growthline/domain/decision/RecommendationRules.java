package io.growthline.domain.decision;

import io.growthline.domain.rule.Rules;
import io.growthline.domain.rule.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the bank may change for groups of customers. Thread-safe. */
final class RecommendationRules {
  private final RecommendationFile file;
  private final List<Condition> conditions = new ArrayList<>();

  private RecommendationRules(String place, RecommendationFile file) {
    this.file = file;
    Rules compiler = Rules.over(place, DecisionColumns.ALL);
    Set<String> names = new HashSet<>();
    for (RecommendationFile.Entry entry : file.recommendations()) {
      DecisionYaml.unique(place, entry.name(), names);
      conditions.add(Condition.of(compiler, entry.name(), entry.when()));
    }
  }

  static RecommendationRules parse(DecisionFiles.Text file) {
    return new RecommendationRules(
        file.place(), DecisionYaml.read(file, RecommendationFile.class, parsed -> parsed));
  }

  String version() {
    return file.version();
  }

  /** All, in the order of the file. */
  List<RecommendationFile.Entry> all() {
    return file.recommendations();
  }

  /** Names of those that apply to a customer. */
  List<String> of(DecisionInput customer) {
    Values values = DecisionColumns.of(customer);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).holds(values)) {
        names.add(all().get(i).name());
      }
    }
    return names;
  }

  /** Band of a priority. */
  String band(double priority) {
    if (priority >= file.bands().high()) {
      return "high";
    } else if (priority >= file.bands().medium()) {
      return "medium";
    }
    return priority > 0 ? "low" : "none";
  }
}
