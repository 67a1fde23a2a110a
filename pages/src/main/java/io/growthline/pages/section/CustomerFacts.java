package io.growthline.pages.section;

import io.growthline.pages.Amounts;
import io.growthline.pages.Block;
import io.growthline.pages.Figure;
import io.growthline.pages.Figures;
import io.growthline.pages.Format;
import io.growthline.pages.Notation;
import io.growthline.pages.Panels;
import io.growthline.pages.Panels.Panel;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.warehouse.Row;
import java.util.List;

/** All else that is known of the customer whose id is in the path, by theme. */
public final class CustomerFacts implements Section {
  private record Fact(String title, String column, Notation notation) {}

  private record Theme(String title, List<Fact> facts) {}

  @Override
  public String id() {
    return "facts";
  }

  @Override
  public String title() {
    return "Everything known";
  }

  @Override
  public List<Block> blocks(Source source) {
    return CustomerProfile.find(source)
        .<Block>map(
            row ->
                new Panels(
                    themes(source.amounts()).stream().map(theme -> panel(theme, row)).toList()))
        .map(List::of)
        .orElse(List.of(new Sentence("Nothing is known.")));
  }

  private static List<Theme> themes(Amounts amounts) {
    return List.of(
        new Theme(
            "Who",
            List.of(
                new Fact("Region", "region", Format.TEXT),
                new Fact("Income band", "income_segment", Format.TITLE),
                new Fact("Employment", "employment_status", Format.TITLE),
                new Fact("Came through", "signup_channel", Format.TITLE),
                new Fact("Card", "card_type", Format.TITLE),
                new Fact("Onboarding", "onboarding_state", Format.TITLE))),
        new Theme(
            "Segments",
            List.of(
                new Fact("Behaviour", "behavioural_segment", Format.TITLE),
                new Fact("Spending profile", "spending_profile", Format.TITLE),
                new Fact("Recency", "recency_status", Format.TITLE),
                new Fact("Revenue tier", "revenue_tier", Format.TITLE),
                new Fact("Usage tier", "usage_tier", Format.TITLE),
                new Fact("Recommends us", "nps_tier", Format.TITLE))),
        new Theme(
            "Spending",
            List.of(
                new Fact("Spend in all", "spend_minor", amounts.whole()),
                new Fact("Spend a month", "monthly_spend_minor", amounts.whole()),
                new Fact("Mean purchase", "average_transaction_minor", amounts.whole()),
                new Fact("Purchases, 90 days", "transaction_count_90d", Format.COUNT),
                new Fact("Top category", "top_merchant_category", Format.TITLE),
                new Fact("Of the credit limit", "credit_utilisation", Format.PERCENT))),
        new Theme(
            "Engagement and care",
            List.of(
                new Fact("Sessions, 30 days", "session_count_30d", Format.COUNT),
                new Fact("Features, 30 days", "features_used_30d", Format.COUNT),
                new Fact("Trend", "engagement_trend", Format.TITLE),
                new Fact("Support contacts, 90 days", "support_contacts_90d", Format.COUNT),
                new Fact("Last invoice", "last_invoice_status", Format.TITLE),
                new Fact("Referrals", "referrals_qualified", Format.COUNT))));
  }

  private static Panel panel(Theme theme, Row row) {
    return new Panel(
        theme.title(),
        List.of(
            new Figures(
                theme.facts().stream()
                    .map(
                        fact ->
                            Figure.of(fact.title(), fact.notation().text(row.get(fact.column()))))
                    .toList())));
  }
}
