package io.growthline.domain.decision;

import io.growthline.domain.rule.RuleException;
import io.growthline.domain.rule.Rules;
import io.growthline.domain.rule.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The actions and the policy of a plan, the churn rules and the recommendations: written in YAML
 * with CEL conditions and type-checked when loaded. Thread-safe.
 */
public final class DecisionRules {
  /** Most actions of a file. */
  static final int MOST_ACTIONS = 62;

  private final List<Action> actions;
  private final List<Condition> conditions = new ArrayList<>();
  private final Policy policy;
  private final List<Condition> exclusions = new ArrayList<>();

  private final ChurnRules churnRules;
  private final RecommendationRules recommendations;

  private DecisionRules(DecisionFiles files, List<Action> actions, Policy policy) {
    this.actions = actions;
    this.policy = policy;
    this.churnRules = ChurnRules.parse(files.text(DecisionFiles.CHURN_RULES));
    this.recommendations = RecommendationRules.parse(files.text(DecisionFiles.RECOMMENDATIONS));
    String file = files.text(DecisionFiles.ACTIONS).place();
    String policyFile = files.text(DecisionFiles.POLICY).place();
    Rules rules = Rules.over(file, DecisionColumns.ALL);
    Set<String> names = new HashSet<>();
    for (Action action : actions) {
      DecisionYaml.unique(file, action.name(), names);
      conditions.add(Condition.of(rules, action.name(), action.when()));
    }
    if (actions.isEmpty() || actions.size() > MOST_ACTIONS) {
      throw new RuleException(file, "actions must be 1 to " + MOST_ACTIONS);
    }
    Rules ofPolicy = Rules.over(policyFile, DecisionColumns.ALL);
    names.clear();
    for (Policy.Exclusion rule : policy.exclusions()) {
      DecisionYaml.unique(policyFile, rule.name(), names);
      exclusions.add(Condition.of(ofPolicy, rule.name(), rule.when()));
    }
    if (DecisionColumns.ALL.stream().noneMatch(c -> c.name().equals(policy.segmentColumn()))) {
      throw new RuleException(
          policyFile, "segment_column", "there is no column " + policy.segmentColumn());
    }
    for (String owner : policy.owners().keySet()) {
      if (actions.stream().noneMatch(action -> action.owner().equals(owner))) {
        throw new RuleException(policyFile, "owners", "no action has the owner " + owner);
      }
    }
  }

  /**
   * Rules from YAML.
   *
   * @throws RuleException naming file, rule and column when something is wrong
   */
  public static DecisionRules parse(DecisionFiles files) {
    return new DecisionRules(
        files,
        DecisionYaml.read(
            files.text(DecisionFiles.ACTIONS),
            ActionFile.class,
            file -> file.actions().stream().map(ActionFile.Entry::action).toList()),
        DecisionYaml.read(files.text(DecisionFiles.POLICY), PolicyFile.class, PolicyFile::policy));
  }

  /** The rules that come with the platform. */
  public static DecisionRules standard() {
    return parse(DecisionFiles.standard());
  }

  /** All actions, in the order of the file. */
  public List<Action> actions() {
    return actions;
  }

  public Policy policy() {
    return policy;
  }

  /** What stands in for the churn model. */
  public ChurnRules churnRules() {
    return churnRules;
  }

  RecommendationRules recommendations() {
    return recommendations;
  }

  /** The columns that the condition of an action looks at. */
  List<String> columns(Action action) {
    return conditions.get(actions.indexOf(action)).columns();
  }

  /** An exclusion of the policy. */
  Policy.Exclusion exclusionOf(String name) {
    return policy.exclusions().get(indexOf(name));
  }

  /** The columns that its condition looks at. */
  List<String> columnsOfExclusion(String name) {
    return exclusions.get(indexOf(name)).columns();
  }

  private int indexOf(String exclusion) {
    for (int i = 0; i < policy.exclusions().size(); i++) {
      if (policy.exclusions().get(i).name().equals(exclusion)) {
        return i;
      }
    }
    throw new IllegalArgumentException("The policy has no exclusion " + exclusion);
  }

  /** The name of the first exclusion that applies; null for none. */
  String exclusion(Values customer) {
    for (int i = 0; i < exclusions.size(); i++) {
      if (exclusions.get(i).holds(customer)) {
        return policy.exclusions().get(i).name();
      }
    }
    return null;
  }

  /** Whether an action fits a customer. */
  boolean fits(int action, Values customer) {
    return conditions.get(action).holds(customer);
  }
}
