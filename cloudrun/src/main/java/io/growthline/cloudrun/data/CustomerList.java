package io.growthline.cloudrun.data;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.scoring.Models;
import io.growthline.warehouse.DuckDbSql;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * All customers in memory, by what lists are narrowed and ordered by. A customer is a number, in
 * the order of ids; each order of the list is worked out when it is first asked for. Immutable and
 * thread-safe.
 */
public final class CustomerList {
  /** What a list can be narrowed by: none of it says who needs protection. */
  public static final List<String> FILTERS =
      List.of("segment", "lifecycle", "region", "plan", "risk_band");

  /** What a list can be ordered by. */
  public static final List<String> ORDERS =
      List.of(
          "customer_id",
          "risk_score",
          "spend_minor_90d",
          "paid_minor_90d",
          "days_since_active",
          "tenure_days");

  private static final String ROWS =
      "SELECT p.customer_id, p.behavioural_segment, r.lifecycle_segment, p.region, p.plan, s.band,"
          + " s.score, p.spend_minor_90d, p.paid_minor_90d, p.days_since_active, p.tenure_days"
          + " FROM marts.customer_360_profile p"
          + " LEFT JOIN marts.customer_rfm r ON r.customer_id = p.customer_id"
          + " LEFT JOIN scores.customer_scores s ON s.customer_id = p.customer_id AND s.model = '"
          + Models.CHURN
          + "' ORDER BY p.customer_id";
  private static final int NONE = -1;

  private final byte[] ids;
  private final int[] ends;
  private final Map<String, Choice> choices;
  private final Map<String, double[]> numbers;
  private final Map<String, int[]> orders = new ConcurrentHashMap<>();

  private CustomerList(
      byte[] ids, int[] ends, Map<String, Choice> choices, Map<String, double[]> numbers) {
    this.ids = ids;
    this.ends = ends;
    this.choices = choices;
    this.numbers = numbers;
  }

  /** Values of one filter: for each customer the number of a name, or {@link #NONE}. */
  private record Choice(List<String> names, int[] values) {}

  /**
   * Some customers in the order of a list.
   *
   * @param customers numbers of customers
   * @param next place in the order after the last of them; -1 when no more match
   */
  public record Slice(List<Integer> customers, int next) {}

  static CustomerList load(DuckDbSql warehouse) {
    Builder builder = new Builder();
    warehouse.forEach(ROWS, builder::add);
    return builder.build();
  }

  /** Number of customers. */
  public int size() {
    return ends.length;
  }

  public String id(int customer) {
    int start = customer == 0 ? 0 : ends[customer - 1];
    return new String(ids, start, ends[customer] - start, StandardCharsets.UTF_8);
  }

  /** The value of a filter for a customer; null when unknown. */
  public String text(String filter, int customer) {
    Choice choice = choices.get(filter);
    int value = choice.values()[customer];
    return value == NONE ? null : choice.names().get(value);
  }

  /** The value of an order, other than the id, for a customer; null when unknown. */
  public Double number(String order, int customer) {
    double value = numbers.get(order)[customer];
    return Double.isNaN(value) ? null : (Double) value;
  }

  /** Values of a filter that customers have, in order. */
  public List<String> values(String filter) {
    return List.copyOf(new TreeSet<>(choices.get(filter).names()));
  }

  /**
   * Customers who match all filters, from a place in the order on. Of equal ones the first id comes
   * first, and those without a value come last.
   *
   * @param filters values by filter
   * @param descending whether large values come first
   * @param from place in the order, 0 for the first
   * @param most how many
   */
  public Slice slice(
      Map<String, String> filters, String order, boolean descending, int from, int most) {
    int[] places = orders.computeIfAbsent((descending ? "-" : "") + order, this::sorted);
    int[][] values = new int[filters.size()][];
    int[] wanted = new int[filters.size()];
    int filter = 0;
    for (Map.Entry<String, String> chosen : filters.entrySet()) {
      Choice choice = choices.get(chosen.getKey());
      values[filter] = choice.values();
      wanted[filter] = choice.names().indexOf(chosen.getValue());
      if (wanted[filter++] < 0) {
        return new Slice(List.of(), -1);
      }
    }
    List<Integer> found = new ArrayList<>();
    for (int place = from; place < places.length; place++) {
      if (matches(places[place], values, wanted)) {
        if (found.size() == most) {
          return new Slice(List.copyOf(found), place);
        }
        found.add(places[place]);
      }
    }
    return new Slice(List.copyOf(found), -1);
  }

  private static boolean matches(int customer, int[][] values, int[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (values[i][customer] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private int[] sorted(String order) {
    boolean descending = order.startsWith("-");
    double[] values = numbers.get(descending ? order.substring(1) : order);
    IntStream all = IntStream.range(0, size());
    if (values == null) {
      return descending ? all.map(i -> size() - 1 - i).toArray() : all.toArray();
    }
    Comparator<Integer> byValue =
        descending
            ? (a, b) -> Double.compare(values[b], values[a])
            : (a, b) -> Double.compare(values[a], values[b]);
    Comparator<Integer> known = Comparator.comparing(i -> Double.isNaN(values[i]));
    return all.boxed()
        .sorted(known.thenComparing(byValue).thenComparing(Comparator.naturalOrder()))
        .mapToInt(i -> i)
        .toArray();
  }

  private static final class Builder {
    private final RowBuffer ids = new RowBuffer(1 << 16);
    private int[] ends = new int[1 << 10];
    private int size;
    private final List<Map<String, Integer>> names = new ArrayList<>();
    private final List<int[]> values = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();

    Builder() {
      FILTERS.forEach(
          filter -> {
            names.add(new HashMap<>());
            values.add(new int[ends.length]);
          });
      ORDERS.stream().skip(1).forEach(order -> numbers.add(new double[ends.length]));
    }

    void add(List<Object> row) {
      if (size == ends.length) {
        grow();
      }
      byte[] id = ((String) row.get(0)).getBytes(StandardCharsets.UTF_8);
      ids.putBytes(id, 0, id.length);
      ends[size] = ids.size();
      for (int i = 0; i < FILTERS.size(); i++) {
        String name = (String) row.get(1 + i);
        Map<String, Integer> known = names.get(i);
        values.get(i)[size] =
            name == null ? NONE : known.computeIfAbsent(name, key -> known.size());
      }
      for (int i = 0; i < numbers.size(); i++) {
        Object number = row.get(1 + FILTERS.size() + i);
        numbers.get(i)[size] = number == null ? Double.NaN : ((Number) number).doubleValue();
      }
      size++;
    }

    private void grow() {
      ends = Arrays.copyOf(ends, 2 * size);
      values.replaceAll(column -> Arrays.copyOf(column, ends.length));
      numbers.replaceAll(column -> Arrays.copyOf(column, ends.length));
    }

    CustomerList build() {
      Map<String, Choice> choices = new HashMap<>();
      for (int i = 0; i < FILTERS.size(); i++) {
        String[] inOrder = new String[names.get(i).size()];
        names.get(i).forEach((name, number) -> inOrder[number] = name);
        choices.put(
            FILTERS.get(i), new Choice(List.of(inOrder), Arrays.copyOf(values.get(i), size)));
      }
      Map<String, double[]> columns = new HashMap<>();
      for (int i = 0; i < numbers.size(); i++) {
        columns.put(ORDERS.get(i + 1), Arrays.copyOf(numbers.get(i), size));
      }
      byte[] bytes = Arrays.copyOf(ids.array(), ids.size());
      return new CustomerList(bytes, Arrays.copyOf(ends, size), choices, columns);
    }
  }
}
