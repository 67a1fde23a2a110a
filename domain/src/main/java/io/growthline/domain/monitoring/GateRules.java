package io.growthline.domain.monitoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.rule.Expression;
import io.growthline.domain.rule.RuleException;
import io.growthline.domain.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The gates that a release must pass: each looks at one figure, and fails or warns when its CEL
 * condition holds for the interval of the figure. A gate is withheld when its figure rests on too
 * few rows, or when a condition holds for the figure alone and not for its interval. The worst gate
 * that is not withheld is the overall verdict.
 */
public final class GateRules {
  public static final String OVERALL = "overall";
  private static final String STANDARD = "/growthline/gates.yaml";
  private static final Map<String, ColumnType> COLUMNS =
      Map.of(
          "value", ColumnType.FLOAT64,
          "lower", ColumnType.FLOAT64,
          "upper", ColumnType.FLOAT64,
          "rows", ColumnType.INT64);

  /**
   * @param gate name
   * @param measure figure that is looked at
   * @param judgedBy how the interval is made, for people
   * @param fault what the gate finds in at least 80 percent of cases at the rows that it needs
   * @param needs rows below which it is withheld
   * @param text the result for people; {@code {value}}, {@code {count}} and {@code {percent}} are
   *     replaced
   * @param fail condition, or null
   * @param warn condition, or null
   * @param absent verdict without the figure
   * @param absentText what to say then
   */
  record Rule(
      @JsonProperty(required = true) String gate,
      @JsonProperty(required = true) String measure,
      @JsonProperty(required = true) String judgedBy,
      @JsonProperty(required = true) String fault,
      @JsonProperty(required = true) long needs,
      @JsonProperty(required = true) String text,
      String fail,
      String warn,
      @JsonProperty(required = true) CheckStatus absent,
      @JsonProperty(required = true) String absentText) {
    String threshold() {
      List<String> parts = new ArrayList<>();
      if (fail != null) {
        parts.add("fail if " + fail);
      }
      if (warn != null) {
        parts.add("warn if " + warn);
      }
      return String.join(", ", parts);
    }
  }

  private record Compiled(Rule rule, Expression fail, Expression warn) {
    CheckStatus verdict(Measured figure) {
      Map<String, Object> row =
          Map.of(
              "value", figure.value(),
              "lower", figure.lower(),
              "upper", figure.upper(),
              "rows", figure.rows());
      return fail != null && fail.test(row)
          ? CheckStatus.FAIL
          : warn != null && warn.test(row) ? CheckStatus.WARN : CheckStatus.PASS;
    }
  }

  private final List<Compiled> gates;

  private GateRules(List<Compiled> gates) {
    this.gates = gates;
  }

  /** The rules that come with the platform. */
  public static GateRules standard() {
    try (InputStream in = GateRules.class.getResourceAsStream(STANDARD)) {
      return parse("gates.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Rules from YAML.
   *
   * @param file name for messages
   * @throws RuleException when the file is no list of gates, or a condition is not valid
   */
  public static GateRules parse(String file, String yaml) {
    List<Rule> rules;
    try {
      rules =
          YAMLMapper.builder()
              .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
              .build()
              .readValue(yaml, new TypeReference<>() {});
    } catch (IOException e) {
      throw new RuleException(file, "is not a list of gates: " + e.getMessage());
    }
    Rules cel = Rules.over(file, COLUMNS);
    List<Compiled> compiled = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.fail() == null && rule.warn() == null) {
        throw new RuleException(file, rule.gate(), "give a condition, fail or warn");
      }
      compiled.add(
          new Compiled(rule, condition(cel, rule, rule.fail()), condition(cel, rule, rule.warn())));
    }
    return new GateRules(List.copyOf(compiled));
  }

  private static Expression condition(Rules cel, Rule rule, String text) {
    return text == null ? null : cel.condition(rule.gate(), text);
  }

  List<Rule> rules() {
    return gates.stream().map(Compiled::rule).toList();
  }

  /**
   * Judges figures.
   *
   * @return one row a gate in the order of the rules, and last {@code overall}
   */
  public List<ReleaseGate> judge(LocalDate asOf, Map<String, Measured> measures) {
    List<ReleaseGate> result = new ArrayList<>();
    for (Compiled gate : gates) {
      result.add(judge(asOf, gate, measures.get(gate.rule().measure())));
    }
    result.add(OverallGate.of(asOf, result));
    return result;
  }

  /** The gates of figures that are there, in the order of the rules, without an overall verdict. */
  public List<ReleaseGate> judgeMeasured(LocalDate asOf, Map<String, Measured> measures) {
    return gates.stream()
        .filter(gate -> measures.containsKey(gate.rule().measure()))
        .map(gate -> judge(asOf, gate, measures.get(gate.rule().measure())))
        .toList();
  }

  private static ReleaseGate judge(LocalDate asOf, Compiled gate, Measured figure) {
    Rule rule = gate.rule();
    if (figure == null) {
      return GateRow.absent(asOf, rule);
    }
    GateRow row = new GateRow(asOf, rule, figure);
    if (figure.rows() < rule.needs() || Double.isNaN(figure.value())) {
      return row.withheld(
          "Measured on %,d row%s; needs %,d."
              .formatted(figure.rows(), figure.rows() == 1 ? "" : "s", rule.needs()));
    }
    CheckStatus verdict = gate.verdict(figure);
    if (verdict == CheckStatus.PASS && gate.verdict(figure.exactly()) != CheckStatus.PASS) {
      return row.withheld("Beyond the threshold, but on so few rows chance explains it.");
    }
    return row.judged(verdict);
  }
}
