package io.growthline.domain.metric;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.DimCustomer;
import java.util.Set;

/**
 * What metrics are broken down by: a column of the customer, {@code channel} for that by which the
 * customer came, or {@code plan} for {@link CustomerPeriod#plan}.
 *
 * @param name column of {@code marts.dim_customer}, {@code channel} or {@code plan}
 */
public record Dimension(String name) {
  /** The dimension of everything together, which has one value of the same name. */
  public static final String ALL = "all";

  /** The value of those of whom it is not known. */
  public static final String UNKNOWN = "unknown";

  /** The plan of customers without one. */
  static final String NO_PLAN = "none";

  private static final String PLAN = "plan";
  private static final String CHANNEL = "channel";
  private static final TableSpec<DimCustomer> CUSTOMER = TableSpec.of(DimCustomer.class);
  private static final Set<ColumnType> TYPES =
      Set.of(ColumnType.STRING, ColumnType.BOOL, ColumnType.INT64);

  /**
   * @throws IllegalArgumentException when the customer has no such column, or one that identifies a
   *     person or has a value for nearly each
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Dimension {
    if (!name.equals(PLAN)) {
      ColumnSpec column = CUSTOMER.columns().get(CUSTOMER.indexOf(column(name)));
      if (column.pii()
          || CUSTOMER.key().contains(column.name())
          || !TYPES.contains(column.type())) {
        throw new IllegalArgumentException("Metrics cannot be broken down by " + name);
      }
    }
  }

  /**
   * The value of a customer in a period.
   *
   * @param then the customer at its end; null means an unknown customer
   */
  String of(CustomerPeriod period, DimCustomer then) {
    if (name.equals(PLAN)) {
      String plan = period.plan();
      return plan == null ? NO_PLAN : plan;
    }
    return then == null ? UNKNOWN : text(CUSTOMER.value(then, CUSTOMER.indexOf(column(name))));
  }

  /** A value as text. */
  static String text(Object value) {
    return value == null ? UNKNOWN : value.toString();
  }

  // Events call the channel by which they reach a customer so, too.
  private static String column(String name) {
    return name.equals(CHANNEL) ? "signup_channel" : name;
  }
}
