package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Explorer;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.Unit;
import io.growthline.pages.chart.Courses;
import io.growthline.pages.chart.Courses.Course;
import io.growthline.pages.chart.Courses.Form;
import io.growthline.warehouse.Row;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the customer whose id is in the path spends on, month by month. */
public final class CustomerSpending implements Section {
  private static final int NAMED = 5;
  private static final String OTHER = "other";

  @Override
  public String id() {
    return "spending";
  }

  @Override
  public String title() {
    return "Spending";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows =
        source.query(
            "SELECT month, merchant_category, spend_minor FROM marts.monthly_customer_spending"
                + " WHERE customer_id = @id AND spend_minor IS NOT NULL ORDER BY month",
            CustomerProfile.id(source));
    Courses courses = courses(rows, source.unit("minor"));
    return courses.isEmpty()
        ? List.of(new Sentence("There are not two months with purchases."))
        : List.of(
            new Sentence("Purchases less refunds by category; the newest month may go on."),
            new Explorer("", courses, ""));
  }

  /** The largest categories by name, the others together. */
  private static Courses courses(List<Row> rows, Unit unit) {
    List<LocalDate> months = months(rows);
    Map<String, double[]> byCategory = new LinkedHashMap<>();
    List<String> named = largest(rows);
    named.forEach(category -> byCategory.put(category, new double[months.size()]));
    for (Row row : rows) {
      String category = row.text("merchant_category");
      byCategory
              .computeIfAbsent(
                  named.contains(category) ? category : OTHER, c -> new double[months.size()])[
              months.indexOf(row.date("month"))] +=
          row.number("spend_minor");
    }
    List<Course> courses = new ArrayList<>();
    byCategory.forEach(
        (category, spent) ->
            courses.add(
                new Course(
                    Format.TITLE.text(category),
                    Form.COLUMN,
                    Arrays.stream(spent).boxed().toList())));
    return new Courses(
        "Spending by category and month",
        months.stream().map(Format.MONTH::text).toList(),
        courses,
        unit);
  }

  private static List<LocalDate> months(List<Row> rows) {
    TreeSet<LocalDate> with = new TreeSet<>();
    rows.forEach(row -> with.add(row.date("month")));
    return with.isEmpty()
        ? List.of()
        : with.first().datesUntil(with.last().plusDays(1), Period.ofMonths(1)).toList();
  }

  private static List<String> largest(List<Row> rows) {
    Map<String, Double> sums = new LinkedHashMap<>();
    rows.forEach(
        row -> sums.merge(row.text("merchant_category"), row.number("spend_minor"), Double::sum));
    return sums.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(NAMED)
        .map(Map.Entry::getKey)
        .toList();
  }
}
