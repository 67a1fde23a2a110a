package io.growthline.pages.section;

import io.growthline.domain.money.Money;
import io.growthline.pages.Amounts;
import io.growthline.pages.Format;
import io.growthline.pages.Source;
import io.growthline.pages.Templates;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a budget between those that were compared would bring. */
final class BudgetSlider {
  private static final String BUDGET = "budget";

  // The plan's contacts that fit into the budget, those that bring most for what they cost first.
  private static final String CONTACTS =
      "SELECT COUNT(*) AS contacts, SUM(CASE WHEN spent_minor <= CAST(@budget AS INT64) THEN 1"
          + " ELSE 0 END) AS within FROM (SELECT SUM(expected_cost_minor) OVER (ORDER BY"
          + " CASE WHEN expected_cost_minor = 0 THEN 0 ELSE 1 END,"
          + " expected_value_minor / NULLIF(expected_cost_minor, 0) DESC, customer_id"
          + " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS spent_minor"
          + " FROM scores.action_plan WHERE arm = 'treated') AS contacts";

  /** A number with what it means. */
  public record Expected(String label, String value, String note) {}

  /**
   * One budget as the template shows it.
   *
   * @param kept what the address holds besides the budget
   */
  public record Panel(
      Map<String, String> kept,
      long leastMinor,
      long mostMinor,
      long stepMinor,
      long budgetMinor,
      String budget,
      Money money,
      String verdict,
      List<Expected> expected,
      String note) {}

  private BudgetSlider() {}

  /**
   * The form with the numbers of the budget that the address asks for.
   *
   * @param points rows of {@code scores.budget_curve} by budget, two or more
   */
  static String html(Source source, List<Row> points) {
    BudgetLine line = BudgetLine.of(points);
    long budget = line.nearest(source.asked(BUDGET));
    Map<String, String> kept = new TreeMap<>(source.query());
    kept.remove(BUDGET);
    kept.remove("export");
    Amounts amounts = source.amounts();
    Panel panel =
        new Panel(
            kept,
            line.least(),
            line.most(),
            line.step(),
            budget,
            amounts.exact().text(budget),
            amounts.money(),
            verdict(amounts, line, budget),
            expected(source, line, budget),
            "Read off in a straight line between the budgets that were compared, within all other"
                + " limits. Nothing is decided by moving it; the policy sets the budget.");
    return Templates.render("budget.html", Map.of("panel", panel));
  }

  private static String verdict(Amounts amounts, BudgetLine line, long budget) {
    double more = line.net(budget + line.step()) - line.net(budget);
    String step = amounts.exact().text(line.step());
    if (budget == line.most()) {
      return "This is the largest budget that was compared.";
    }
    return Math.rint(more) == 0
        ? step + " more would bring nothing: other limits end the plan first."
        : step + " more would bring " + amounts.exact().text(Math.rint(more)) + ".";
  }

  private static List<Expected> expected(Source source, BudgetLine line, long budget) {
    Amounts amounts = source.amounts();
    double major = source.tables().money().minorPerMajor();
    double change = Math.rint(line.net(budget) - line.net(line.policy()));
    Row contacts = source.query(CONTACTS, Map.of(BUDGET, budget)).get(0);
    return List.of(
        new Expected(
            "Expected net",
            amounts.whole().text(Math.rint(line.net(budget))),
            "within all other limits"),
        new Expected(
            "Against the policy",
            (change > 0 ? "+" : "") + amounts.whole().text(change),
            "whose budget is " + amounts.whole().text(line.policy())),
        new Expected(
            amounts.exact().text(major) + " more brings",
            amounts.exact().text(major * line.shadowPrice(budget)),
            "shadow price"),
        new Expected(
            "Contacts it pays for",
            contacts.get("within") == null ? "0" : Format.COUNT.text(contacts.get("within")),
            "of " + Format.COUNT.text(contacts.get("contacts")) + " in the plan"));
  }
}
