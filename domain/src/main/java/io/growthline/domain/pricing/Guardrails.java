package io.growthline.domain.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.rule.Expression;
import io.growthline.domain.rule.RuleException;
import io.growthline.domain.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The guardrails of pricing scenarios, written in YAML with CEL conditions and type-checked when
 * loaded. Thread-safe.
 */
public final class Guardrails {
  private static final String STANDARD = "pricing/guardrails.yaml";
  private static final YAMLMapper YAML =
      YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private static final TableSpec<Customer360Profile> CUSTOMERS =
      TableSpec.of(Customer360Profile.class);

  /** What is known before a result is computed, and the result itself. */
  private static final Map<String, ColumnType> QUESTION = new TreeMap<>();

  private static final Map<String, ColumnType> ANSWER = new TreeMap<>();

  static {
    QUESTION.put("segment", ColumnType.STRING);
    QUESTION.put("price_minor", ColumnType.INT64);
    QUESTION.put("incentive_minor", ColumnType.INT64);
    QUESTION.put("observed_min_price_minor", ColumnType.INT64);
    QUESTION.put("observed_max_price_minor", ColumnType.INT64);
    QUESTION.put("observed_min_incentive_minor", ColumnType.INT64);
    QUESTION.put("observed_max_incentive_minor", ColumnType.INT64);
    QUESTION.put("mean_price_minor", ColumnType.FLOAT64);
    QUESTION.put("complaint_rate", ColumnType.FLOAT64);
    ANSWER.putAll(QUESTION);
    ANSWER.put("conversion", ColumnType.FLOAT64);
    ANSWER.put("churn", ColumnType.FLOAT64);
    ANSWER.put("revenue_minor", ColumnType.FLOAT64);
    ANSWER.put("margin_minor", ColumnType.FLOAT64);
  }

  private final GuardrailFile file;
  private final List<Compiled> exclusions = new ArrayList<>();
  private final List<Compiled> refusals = new ArrayList<>();
  private final List<Compiled> flags = new ArrayList<>();

  private record Compiled(String name, String message, Expression condition) {}

  private Guardrails(String name, GuardrailFile file) {
    this.file = file;
    Rules customers = Rules.over(name, CUSTOMERS.columns());
    Rules questions = Rules.over(name, QUESTION);
    Rules answers = Rules.over(name, ANSWER);
    Set<String> names = new HashSet<>();
    for (GuardrailFile.Exclusion rule : file.audience()) {
      unique(name, rule.name(), names);
      exclusions.add(
          new Compiled(
              rule.name(), rule.message(), customers.condition(rule.name(), rule.excludeWhen())));
    }
    for (GuardrailFile.Check rule : file.refuse()) {
      unique(name, rule.name(), names);
      refusals.add(
          new Compiled(rule.name(), rule.message(), questions.condition(rule.name(), rule.when())));
    }
    for (GuardrailFile.Check rule : file.flag()) {
      unique(name, rule.name(), names);
      flags.add(
          new Compiled(rule.name(), rule.message(), answers.condition(rule.name(), rule.when())));
    }
    if (file.audience().stream().noneMatch(r -> r.excludeWhen().equals("vulnerable_customer"))) {
      throw new RuleException(
          name, "one rule under audience must say exclude_when: vulnerable_customer");
    }
  }

  /** The guardrails that come with the platform. */
  public static Guardrails standard() {
    try (InputStream in = Guardrails.class.getClassLoader().getResourceAsStream(STANDARD)) {
      return parse(STANDARD, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(STANDARD + " cannot be read", e);
    }
  }

  /**
   * Guardrails from YAML.
   *
   * @param name name of the file, for messages
   * @throws RuleException naming file, rule and column when something is wrong
   */
  public static Guardrails parse(String name, String yaml) {
    GuardrailFile file;
    try {
      file = YAML.readValue(yaml, GuardrailFile.class);
    } catch (JsonProcessingException e) {
      boolean missing = e.getCause() instanceof IllegalArgumentException;
      throw new RuleException(name, missing ? e.getCause().getMessage() : e.getOriginalMessage());
    }
    return new Guardrails(name, file);
  }

  /** Whether a rule leaves a customer out of every scenario. */
  public boolean excludes(Customer360Profile customer) {
    Map<String, Object> row = new HashMap<>();
    for (int i = 0; i < CUSTOMERS.columns().size(); i++) {
      row.put(CUSTOMERS.columns().get(i).name(), CUSTOMERS.value(customer, i));
    }
    return exclusions.stream().anyMatch(rule -> rule.condition().test(row));
  }

  /** By how many percent churn rises with one percent of price: an assumption. */
  Estimate churnPriceElasticity() {
    return file.assumptions().churnPriceElasticity();
  }

  /** Customers left out to protect them, as a guardrail of the result. */
  AppliedGuardrail protection(long excluded) {
    GuardrailFile.Exclusion rule =
        file.audience().stream()
            .filter(r -> r.excludeWhen().equals("vulnerable_customer"))
            .findFirst()
            .orElseThrow();
    return applied(rule.name(), "exclude", rule.message() + " Left out: " + excluded + ".");
  }

  /** The rules that refuse to answer. */
  List<AppliedGuardrail> refusals(DemandModel model, ScenarioRequest request) {
    return firing(refusals, "refuse", question(model, request));
  }

  /** The rules that want a person to look. */
  List<AppliedGuardrail> flags(DemandModel model, ScenarioResult result) {
    Map<String, Object> values = question(model, result.request());
    values.put("conversion", orNaN(result.conversion()));
    values.put("churn", orNaN(result.churn()));
    values.put("revenue_minor", orNaN(result.revenueMinor()));
    values.put("margin_minor", orNaN(result.marginMinor()));
    return firing(flags, "flag", values);
  }

  private static Map<String, Object> question(DemandModel model, ScenarioRequest request) {
    Evidence evidence = model.evidence();
    Map<String, Object> values = new HashMap<>();
    values.put("segment", request.segment());
    values.put("price_minor", request.priceMinor());
    values.put("incentive_minor", request.incentiveMinor());
    values.put("observed_min_price_minor", evidence.pricesMinor().get(0));
    values.put(
        "observed_max_price_minor", evidence.pricesMinor().get(evidence.pricesMinor().size() - 1));
    values.put("observed_min_incentive_minor", evidence.incentivesMinor().get(0));
    values.put(
        "observed_max_incentive_minor",
        evidence.incentivesMinor().get(evidence.incentivesMinor().size() - 1));
    values.put("mean_price_minor", evidence.meanPriceMinor());
    values.put("complaint_rate", (double) evidence.complaints() / evidence.exposures());
    return values;
  }

  // Unknown is NaN, and every comparison with NaN is false: no rule fires.
  private static double orNaN(Estimate estimate) {
    return estimate == null ? Double.NaN : estimate.value();
  }

  private List<AppliedGuardrail> firing(
      List<Compiled> rules, String outcome, Map<String, Object> values) {
    return rules.stream()
        .filter(rule -> rule.condition().test(values))
        .map(rule -> applied(rule.name(), outcome, rule.message()))
        .toList();
  }

  private AppliedGuardrail applied(String rule, String outcome, String message) {
    return new AppliedGuardrail(rule, file.version(), outcome, message);
  }

  private static void unique(String file, String rule, Set<String> names) {
    if (!names.add(rule)) {
      throw new RuleException(file, rule, "the name is used twice");
    }
  }
}
