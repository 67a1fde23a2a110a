package io.growthline.domain.decision;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.rule.CelValues;
import io.growthline.domain.rule.Values;
import io.growthline.domain.value.CustomerLtv;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What conditions of decisions may name: the columns of {@code marts.customer_360_profile}, those
 * of value of {@code marts.metric_customer_ltv}, and the scores {@code churn} and {@code
 * activation}.
 */
public final class DecisionColumns {
  private static final TableSpec<Customer360Profile> PROFILE =
      TableSpec.of(Customer360Profile.class);
  private static final TableSpec<CustomerLtv> VALUE = TableSpec.of(CustomerLtv.class);
  private static final List<String> OF_VALUE =
      List.of(
          "expected_margin_minor",
          "expected_margin_lower_minor",
          "expected_margin_upper_minor",
          "simple_value_minor",
          "value_band");

  /** All columns. */
  public static final List<ColumnSpec> ALL =
      Stream.of(
              PROFILE.columns().stream(),
              OF_VALUE.stream().map(name -> nullable(VALUE.columns().get(VALUE.indexOf(name)))),
              Stream.of(score("churn"), score("activation")))
          .flatMap(columns -> columns)
          .toList();

  private static final Map<String, Function<DecisionInput, Object>> GETTERS = getters();

  private DecisionColumns() {}

  /** The value of a column as a text; null when it is absent. */
  static String text(DecisionInput customer, String column) {
    Object value = value(customer, column);
    return value == null ? null : value.toString();
  }

  /** The value of a column; null when it is absent. */
  static Object value(DecisionInput customer, String column) {
    return GETTERS.get(column).apply(customer);
  }

  /** The values of a customer, for expressions. */
  public static Values of(DecisionInput customer) {
    return name -> {
      Function<DecisionInput, Object> getter = GETTERS.get(name);
      return getter == null ? null : CelValues.of(getter.apply(customer));
    };
  }

  private static Map<String, Function<DecisionInput, Object>> getters() {
    Map<String, Function<DecisionInput, Object>> getters = new HashMap<>();
    for (int i = 0; i < PROFILE.columns().size(); i++) {
      int index = i;
      getters.put(
          PROFILE.columns().get(i).name(), customer -> PROFILE.value(customer.profile(), index));
    }
    for (String name : OF_VALUE) {
      int index = VALUE.indexOf(name);
      getters.put(
          name, customer -> customer.value() == null ? null : VALUE.value(customer.value(), index));
    }
    getters.put("churn", DecisionInput::churn);
    getters.put("activation", DecisionInput::activation);
    return getters;
  }

  private static ColumnSpec score(String model) {
    return new ColumnSpec(
        model,
        ColumnType.FLOAT64,
        true,
        "Score of the model " + model + ".",
        "share",
        false,
        List.of(),
        0,
        1,
        LocalDate.MIN,
        LocalDate.MAX,
        false,
        "");
  }

  private static ColumnSpec nullable(ColumnSpec c) {
    return new ColumnSpec(
        c.name(),
        c.type(),
        true,
        c.description(),
        c.unit(),
        c.pii(),
        c.allowed(),
        c.min(),
        c.max(),
        c.notBefore(),
        c.notAfter(),
        c.expectZero(),
        c.references());
  }
}
