package io.growthline.domain.inclusion;

import static io.growthline.domain.inclusion.InclusionYaml.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Signs of wellbeing, as {@code inclusion/wellbeing.yaml} defines them.
 *
 * @param proxies in the order of the file
 */
record WellbeingRules(List<Proxy> proxies) {
  private static final String FILE = "wellbeing.yaml";

  /**
   * A sign.
   *
   * @param of what must hold for a customer to count
   * @param when what must hold for the sign
   */
  record Proxy(
      String proxy,
      String description,
      List<Condition> of,
      List<Condition> when,
      List<SupportiveUse> permittedUses,
      String prohibitedUses) {
    Proxy {
      check(proxy != null && !proxy.isBlank(), "a proxy has no name");
      check(description != null && !description.isBlank(), proxy + " needs a description");
      check(of != null, proxy + " needs of; write [] for all customers");
      check(when != null && !when.isEmpty(), proxy + " needs a condition under when");
      check(
          permittedUses != null && !permittedUses.isEmpty(),
          proxy + " needs a use under permitted_uses");
      check(prohibitedUses != null && !prohibitedUses.isBlank(), proxy + " needs prohibited_uses");
    }

    /** The measures of all conditions. */
    Stream<MonthMeasure> measures() {
      return Stream.concat(of.stream(), when.stream()).map(Condition::measure);
    }
  }

  /**
   * A bound of a measure.
   *
   * @param atLeast least value, or null
   * @param atMost largest value, or null
   */
  record Condition(MonthMeasure measure, Double atLeast, Double atMost) {
    Condition {
      check(measure != null, "a condition needs a measure");
      check(
          atLeast != null || atMost != null,
          measure.text() + " needs a bound: at_least or at_most");
    }

    boolean holds(CustomerMonth month) {
      Double value = measure.of(month);
      return value != null
          && (atLeast == null || value >= atLeast)
          && (atMost == null || value <= atMost);
    }
  }

  WellbeingRules {
    check(proxies != null && !proxies.isEmpty(), "there are no proxies");
    Set<String> names = new HashSet<>();
    proxies.forEach(p -> check(names.add(p.proxy()), "the proxy " + p.proxy() + " is there twice"));
  }

  /** Names of the signs, for the contract. */
  public static final class Names implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return standard().proxies().stream().map(Proxy::proxy).toList();
    }
  }

  /** The signs that come with the platform. */
  static WellbeingRules standard() {
    return InclusionYaml.standard(FILE, WellbeingRules.class);
  }

  /**
   * Signs from YAML.
   *
   * @throws IllegalArgumentException when they are not valid
   */
  static WellbeingRules parse(String yaml) {
    return InclusionYaml.parse(FILE, yaml, WellbeingRules.class);
  }
}
