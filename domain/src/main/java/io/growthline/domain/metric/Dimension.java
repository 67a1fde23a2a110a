package io.growthline.domain.metric;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.DimCustomer;
import java.util.Set;

/**
 * A column of the customer by which metrics are broken down.
 *
 * @param name column of {@code marts.dim_customer}
 */
public record Dimension(String name) {
  /** The dimension of everything together, which has one value of the same name. */
  public static final String ALL = "all";

  /** The value of those for whom the column is null. */
  public static final String UNKNOWN = "unknown";

  private static final TableSpec<DimCustomer> CUSTOMER = TableSpec.of(DimCustomer.class);
  private static final Set<ColumnType> TYPES =
      Set.of(ColumnType.STRING, ColumnType.BOOL, ColumnType.INT64);

  /**
   * @throws IllegalArgumentException when the customer has no such column, or one that identifies a
   *     person or has a value for nearly each
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Dimension {
    ColumnSpec column = CUSTOMER.columns().get(CUSTOMER.indexOf(name));
    if (column.pii() || CUSTOMER.key().contains(name) || !TYPES.contains(column.type())) {
      throw new IllegalArgumentException("Metrics cannot be broken down by " + name);
    }
  }

  /** The value of a customer; null means an unknown customer. */
  String of(DimCustomer customer) {
    return customer == null ? UNKNOWN : text(CUSTOMER.value(customer, CUSTOMER.indexOf(name)));
  }

  /** A value as text. */
  static String text(Object value) {
    return value == null ? UNKNOWN : value.toString();
  }
}
