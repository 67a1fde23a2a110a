package io.growthline.domain.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.growthline.domain.rule.Expression;
import io.growthline.domain.rule.RuleException;
import io.growthline.domain.rule.Rules;
import io.growthline.domain.rule.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The actions and the policy of a plan, written in YAML with CEL conditions and type-checked when
 * loaded. Thread-safe.
 */
public final class DecisionRules {
  /** Most actions of a file. */
  static final int MOST_ACTIONS = 62;

  private static final YAMLMapper YAML =
      YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final List<Action> actions;
  private final List<Expression> conditions = new ArrayList<>();
  private final Policy policy;
  private final List<Expression> exclusions = new ArrayList<>();

  private DecisionRules(DecisionFiles files, List<Action> actions, Policy policy) {
    this.actions = actions;
    this.policy = policy;
    String file = files.actionsName();
    Rules rules = Rules.over(file, DecisionColumns.ALL);
    Set<String> names = new HashSet<>();
    for (Action action : actions) {
      unique(file, action.name(), names);
      conditions.add(rules.condition(action.name(), action.when()));
    }
    if (actions.isEmpty() || actions.size() > MOST_ACTIONS) {
      throw new RuleException(file, "actions must be 1 to " + MOST_ACTIONS);
    }
    Rules ofPolicy = Rules.over(files.policyName(), DecisionColumns.ALL);
    names.clear();
    for (Policy.Exclusion rule : policy.exclusions()) {
      unique(files.policyName(), rule.name(), names);
      exclusions.add(ofPolicy.condition(rule.name(), rule.when()));
    }
    if (DecisionColumns.ALL.stream().noneMatch(c -> c.name().equals(policy.segmentColumn()))) {
      throw new RuleException(
          files.policyName(), "segment_column", "there is no column " + policy.segmentColumn());
    }
    for (String owner : policy.owners().keySet()) {
      if (actions.stream().noneMatch(action -> action.owner().equals(owner))) {
        throw new RuleException(files.policyName(), "owners", "no action has the owner " + owner);
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
        read(
            files.actionsName(),
            () ->
                YAML.readValue(files.actions(), ActionFile.class).actions().stream()
                    .map(ActionFile.Entry::action)
                    .toList()),
        read(files.policyName(), () -> YAML.readValue(files.policy(), PolicyFile.class).policy()));
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

  /** The name of the first exclusion that applies; null for none. */
  String exclusion(Values customer) {
    for (int i = 0; i < exclusions.size(); i++) {
      if (Boolean.TRUE.equals(exclusions.get(i).evaluate(customer))) {
        return policy.exclusions().get(i).name();
      }
    }
    return null;
  }

  /** Whether an action fits a customer. */
  boolean fits(int action, Values customer) {
    return Boolean.TRUE.equals(conditions.get(action).evaluate(customer));
  }

  private static void unique(String file, String rule, Set<String> names) {
    if (!names.add(rule)) {
      throw new RuleException(file, rule, "the name is used twice");
    }
  }

  private interface Reading<T> {
    T read() throws JsonProcessingException;
  }

  private static <T> T read(String file, Reading<T> reading) {
    try {
      return reading.read();
    } catch (JsonProcessingException e) {
      boolean wrong = e.getCause() instanceof IllegalArgumentException;
      throw new RuleException(file, wrong ? e.getCause().getMessage() : e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      throw new RuleException(file, e.getMessage());
    }
  }
}
