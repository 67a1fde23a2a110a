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
import java.util.List;

/** How many customers use the bank in a week, and how often. */
public final class Engagement implements Section {
  private static final int WEEKS = 78;

  @Override
  public String id() {
    return "engagement";
  }

  @Override
  public String title() {
    return "Weekly engagement";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> weeks =
        source.query(
            "SELECT * FROM (SELECT week_start, weekly_active_customers, mean_daily_active_customers,"
                + " daily_over_weekly, spend_per_active_minor FROM marts.weekly_engagement"
                + " WHERE dimension = 'all' ORDER BY week_start DESC LIMIT "
                + WEEKS
                + ") AS newest ORDER BY week_start");
    if (weeks.size() < 2) {
      return List.of(new Sentence("There are not two complete weeks of activity yet."));
    }
    Row last = weeks.get(weeks.size() - 1);
    return List.of(
        new Sentence(
            "In the week from %s, %s customers were active, on an average day %s of them; each spent %s."
                .formatted(
                    Format.DAY.text(last.get("week_start")),
                    Format.COUNT.text(last.get("weekly_active_customers")),
                    Format.PERCENT.text(last.get("daily_over_weekly")),
                    source.amounts().exact().text(last.get("spend_per_active_minor")))),
        new Explorer(
            "",
            new Courses(
                "Customers active in a week and on its average day",
                weeks.stream().map(week -> Format.DAY.text(week.get("week_start"))).toList(),
                List.of(
                    course("In the week", weeks, "weekly_active_customers"),
                    course("On an average day", weeks, "mean_daily_active_customers")),
                Unit.of("customers")),
            ""));
  }

  private static Course course(String name, List<Row> weeks, String column) {
    return new Course(name, Form.LINE, weeks.stream().map(week -> week.number(column)).toList());
  }
}
