package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Explorer;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.Courses;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/** Recent months of the customer whose id is in the path. */
public final class CustomerMonths implements Section {
  private static final int MONTHS = 24;

  @Override
  public String id() {
    return "months";
  }

  @Override
  public String title() {
    return "Recent months";
  }

  @Override
  public List<Block> blocks(Source source) {
    Map<String, ?> customer = CustomerProfile.id(source);
    SqlRows months =
        new SqlRows(
            "SELECT * FROM marts.customer_month_features WHERE customer_id = @id",
            "as_of DESC",
            customer);
    List<Row> course =
        source.query(
            "SELECT * FROM (SELECT as_of, spend_minor_30d FROM marts.customer_month_features"
                + " WHERE customer_id = @id AND spend_minor_30d IS NOT NULL ORDER BY as_of DESC LIMIT "
                + MONTHS
                + ") AS newest ORDER BY as_of",
            customer);
    return List.of(
        new Sentence("What was known at the start of each month, of the 30 or 90 days before it."),
        new Explorer(
            course.size() < 2 ? "" : "Spending in the 30 days before",
            new Courses(
                "Spending in the 30 days before each month",
                course.stream().map(row -> Format.MONTH.text(row.get("as_of"))).toList(),
                List.of(
                    new Courses.Course(
                        "Spending",
                        Courses.Form.LINE,
                        course.stream().map(row -> row.number("spend_minor_30d")).toList())),
                source.unit("minor")),
            ""),
        Grid.of(
                "months",
                title(),
                months,
                List.of(
                    Column.of("as_of", "Month", Format.MONTH),
                    Column.of("spend_minor_30d", "Spending, 30 days", source.amounts().whole()),
                    Column.of("transaction_count_30d", "Transactions, 30 days", Format.COUNT),
                    Column.of("session_count_30d", "Sessions, 30 days", Format.COUNT),
                    Column.of("days_since_active", "Days since active", Format.COUNT),
                    Column.of("support_contacts_90d", "Support contacts, 90 days", Format.COUNT),
                    Column.of("complaints_90d", "Complaints, 90 days", Format.COUNT),
                    Column.of("failed_payments_90d", "Failed payments, 90 days", Format.COUNT)))
            .orElse("No month has passed since this customer came."));
  }
}
