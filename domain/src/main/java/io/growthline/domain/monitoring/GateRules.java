package io.growthline.domain.monitoring;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.rule.Expression;
import io.growthline.domain.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The gates that a release must pass: each looks at one measure, and fails or warns when its CEL
 * condition on {@code value} holds. The worst gate is the overall verdict.
 */
public final class GateRules {
  public static final String OVERALL = "overall";
  private static final String STANDARD = "/growthline/gates.yaml";

  /**
   * @param gate name
   * @param measure what is looked at
   * @param text the result for people; {@code {value}} and {@code {percent}} are replaced
   * @param fail condition, or null
   * @param warn condition, or null
   * @param absent verdict without the measure
   * @param absentText what to say then
   */
  record Rule(
      String gate,
      String measure,
      String text,
      String fail,
      String warn,
      String absent,
      String absentText) {}

  private record Compiled(Rule rule, Expression fail, Expression warn) {}

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
   * @throws io.growthline.domain.rule.RuleException when a condition is not valid
   */
  public static GateRules parse(String file, String yaml) {
    try {
      List<Rule> rules = new YAMLMapper().readValue(yaml, new TypeReference<>() {});
      Rules cel = Rules.over(file, Map.of("value", ColumnType.FLOAT64));
      List<Compiled> compiled = new ArrayList<>();
      for (Rule rule : rules) {
        compiled.add(
            new Compiled(
                rule, condition(cel, rule, rule.fail()), condition(cel, rule, rule.warn())));
      }
      return new GateRules(List.copyOf(compiled));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is not a list of gates: " + e.getMessage(), e);
    }
  }

  private static Expression condition(Rules cel, Rule rule, String text) {
    return text == null ? null : cel.condition(rule.gate(), text);
  }

  /**
   * Judges measures.
   *
   * @return one row a gate in the order of the rules, and last {@code overall}
   */
  public List<ReleaseGate> judge(LocalDate asOf, Map<String, Double> measures) {
    List<ReleaseGate> result = new ArrayList<>();
    for (Compiled gate : gates) {
      result.add(judge(asOf, gate, measures.get(gate.rule().measure())));
    }
    result.add(overall(asOf, result));
    return result;
  }

  /**
   * The gates of measures that are there, in the order of the rules, without an overall verdict.
   */
  public List<ReleaseGate> judgeMeasured(LocalDate asOf, Map<String, Double> measures) {
    return gates.stream()
        .filter(gate -> measures.containsKey(gate.rule().measure()))
        .map(gate -> judge(asOf, gate, measures.get(gate.rule().measure())))
        .toList();
  }

  private static ReleaseGate judge(LocalDate asOf, Compiled gate, Double value) {
    Rule rule = gate.rule();
    if (value == null || value.isNaN()) {
      return new ReleaseGate(
          asOf, rule.gate(), rule.absent(), null, threshold(rule), rule.absentText());
    }
    Map<String, Double> row = Map.of("value", value);
    CheckStatus verdict =
        gate.fail() != null && gate.fail().test(row)
            ? CheckStatus.FAIL
            : gate.warn() != null && gate.warn().test(row) ? CheckStatus.WARN : CheckStatus.PASS;
    return new ReleaseGate(
        asOf, rule.gate(), verdict.id(), value, threshold(rule), text(rule.text(), value));
  }

  private static ReleaseGate overall(LocalDate asOf, List<ReleaseGate> gates) {
    CheckStatus worst =
        gates.stream()
            .map(gate -> CheckStatus.of(gate.verdict()))
            .max(Comparator.naturalOrder())
            .orElse(CheckStatus.PASS);
    List<String> concerned =
        gates.stream()
            .filter(g -> worst != CheckStatus.PASS && worst.is(g.verdict()))
            .map(ReleaseGate::gate)
            .toList();
    String text =
        worst == CheckStatus.PASS
            ? "All " + gates.size() + " gates pass."
            : concerned.size()
                + " of "
                + gates.size()
                + " gates "
                + worst.id()
                + ": "
                + String.join(", ", concerned)
                + ".";
    return new ReleaseGate(asOf, OVERALL, worst.id(), null, "the worst of all gates", text);
  }

  private static String threshold(Rule rule) {
    List<String> parts = new ArrayList<>();
    if (rule.fail() != null) {
      parts.add("fail if " + rule.fail());
    }
    if (rule.warn() != null) {
      parts.add("warn if " + rule.warn());
    }
    return String.join(", ", parts);
  }

  private static String text(String template, double value) {
    return template
        .replace("{value}", String.format(Locale.ROOT, "%.3f", value))
        .replace("{count}", String.format(Locale.ROOT, "%,.0f", value))
        .replace("{percent}", String.format(Locale.ROOT, "%.2f %%", value * 100));
  }
}
