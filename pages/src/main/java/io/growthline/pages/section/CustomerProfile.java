package io.growthline.pages.section;

import io.growthline.pages.Amounts;
import io.growthline.pages.Block;
import io.growthline.pages.Figure;
import io.growthline.pages.Figures;
import io.growthline.pages.Format;
import io.growthline.pages.MissingPageException;
import io.growthline.pages.Notation;
import io.growthline.pages.Notice;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Source;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the customer whose id is in the path. */
public final class CustomerProfile implements Section {

  @Override
  public String id() {
    return "profile";
  }

  @Override
  public String title() {
    return "Profile";
  }

  @Override
  public Place place() {
    return Place.BARE;
  }

  @Override
  public List<Block> blocks(Source source) {
    String id = source.path().getOrDefault("id", "");
    Row row =
        find(source)
            .orElseThrow(() -> new MissingPageException("There is no customer " + id + "."));
    List<Block> blocks = new ArrayList<>();
    if (row.flag("vulnerable_customer")) {
      blocks.add(
          new Notice(
              "Route to help.",
              "This customer needs protection: offer help, and do not target by price or incentive."));
    }
    Amounts amounts = source.amounts();
    blocks.add(
        new Figures(
            List.of(
                figure("Plan", Format.TITLE, row, "plan"),
                figure("Monthly price", amounts.exact(), row, "plan_price_minor"),
                figure("Subscription", Format.TITLE, row, "subscription_status"),
                figure("Paid, last 90 days", amounts.whole(), row, "paid_minor_90d"),
                figure("Spend, last 90 days", amounts.whole(), row, "spend_minor_90d"),
                figure("Against the 90 before", Format.PERCENT, row, "spend_change_90d"),
                figure("Days since active", Format.COUNT, row, "days_since_active"),
                figure("Account opened", Format.DAY, row, "account_opened_on"),
                figure("Open complaints", Format.COUNT, row, "open_complaints"),
                figure("Failed payments, 90 days", Format.COUNT, row, "failed_payments_90d"),
                expectedMargin(amounts.whole(), row),
                figure("Value", Format.TITLE, row, "value_band"))));
    return blocks;
  }

  /** All that is known of the customer whom the path names. */
  static Optional<Row> find(Source source) {
    return source
        .query(
            "SELECT profile.*, worth.expected_margin_minor, worth.expected_margin_lower_minor,"
                + " worth.expected_margin_upper_minor, worth.value_band"
                + " FROM marts.customer_360_profile AS profile"
                + " LEFT JOIN marts.metric_customer_ltv AS worth"
                + " ON worth.customer_id = profile.customer_id"
                + " WHERE profile.customer_id = @id",
            id(source))
        .stream()
        .findFirst();
  }

  /** The customer whom the path names, as a parameter of statements. */
  static Map<String, ?> id(Source source) {
    return Map.of("id", source.path().getOrDefault("id", ""));
  }

  private static Figure expectedMargin(Notation amounts, Row row) {
    String interval =
        row.get("expected_margin_minor") == null
            ? ""
            : "90 % interval "
                + amounts.text(row.get("expected_margin_lower_minor"))
                + " to "
                + amounts.text(row.get("expected_margin_upper_minor"));
    return new Figure(
        "Expected margin, 52 weeks",
        amounts.text(row.get("expected_margin_minor")),
        "",
        interval,
        "flat",
        null,
        null);
  }

  private static Figure figure(String title, Notation notation, Row row, String column) {
    return Figure.of(title, notation.text(row.get(column)));
  }
}
