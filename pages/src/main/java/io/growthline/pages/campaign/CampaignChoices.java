package io.growthline.pages.campaign;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.scoring.CustomerScore;
import io.growthline.domain.value.CustomerLtv;
import java.util.List;
import java.util.Map;

/**
 * The values by which an audience can be narrowed. None of them says who needs protection.
 *
 * @param behaviouralSegments of the contract
 * @param incomeSegments of the data
 * @param riskBands of the contract
 * @param valueBands of the contract
 */
public record CampaignChoices(
    List<String> behaviouralSegments,
    List<String> incomeSegments,
    List<String> riskBands,
    List<String> valueBands) {
  static final String INCOME =
      "SELECT DISTINCT income_segment FROM marts.customer_360_profile"
          + " WHERE income_segment IS NOT NULL ORDER BY income_segment";

  /** The choices of a publication. */
  public static CampaignChoices of(Published published) {
    return new CampaignChoices(
        allowed(Customer360Profile.class, "behavioural_segment"),
        published.query(INCOME, Map.of()).stream().map(row -> row.text("income_segment")).toList(),
        allowed(CustomerScore.class, "band"),
        allowed(CustomerLtv.class, "value_band"));
  }

  private static List<String> allowed(Class<? extends Record> table, String column) {
    TableSpec<?> spec = TableSpec.of(table);
    return spec.columns().get(spec.indexOf(column)).allowed();
  }
}
