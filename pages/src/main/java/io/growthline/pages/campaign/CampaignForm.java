package io.growthline.pages.campaign;

import io.growthline.domain.campaign.CampaignTerms;
import io.growthline.domain.money.Money;
import io.growthline.pages.HandMade;
import io.growthline.pages.Names;
import io.growthline.pages.Templates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The form of a campaign, filled with what was asked. */
public final class CampaignForm {
  private CampaignForm() {}

  /**
   * A number to be typed.
   *
   * @param name in the address
   * @param step smallest difference
   * @param most largest value
   */
  public record Field(String name, String label, String value, String step, String most) {}

  /** Values of which any will do. */
  public record Choice(String title, List<Option> options) {}

  /** One value of a choice. */
  public record Option(String name, String label, boolean selected) {}

  /** The form as a block. */
  public static HandMade of(AskedCampaign asked, CampaignChoices choices, Money money) {
    Map<String, String> values = CampaignAddress.values(asked.audience(), asked.terms(), money);
    return new HandMade(
        Templates.render(
            "campaign.html",
            Map.of(
                "choices", choices(choices, values),
                "audience", audience(values, money),
                "terms", terms(values, money),
                "ignored", asked.ignored().stream().map(CampaignForm::ignored).toList())));
  }

  private static List<Choice> choices(CampaignChoices choices, Map<String, String> values) {
    return Stream.of(
            choice("Segment", CampaignAddress.SEGMENT, choices.behaviouralSegments(), values),
            choice("Income", CampaignAddress.INCOME, choices.incomeSegments(), values),
            choice("Churn risk", CampaignAddress.RISK, choices.riskBands(), values),
            choice("Value", CampaignAddress.VALUE, choices.valueBands(), values))
        .filter(choice -> !choice.options().isEmpty())
        .toList();
  }

  private static Choice choice(
      String title, String prefix, List<String> known, Map<String, String> values) {
    List<Option> options = new ArrayList<>();
    for (String value : known) {
      String name = prefix + value;
      options.add(new Option(name, Names.title(value), values.containsKey(name)));
    }
    return new Choice(title, options);
  }

  private static List<Field> audience(Map<String, String> values, Money money) {
    return List.of(
        percent(values, CampaignAddress.CHURN_LOW, "Chance of leaving from, %"),
        percent(values, CampaignAddress.CHURN_HIGH, "to, %"),
        amount(values, money, CampaignAddress.MARGIN, "Expected margin from"),
        percent(values, CampaignAddress.ACTIVATION, "Activation score from, %"));
  }

  private static List<Field> terms(Map<String, String> values, Money money) {
    return List.of(
        amount(values, money, CampaignAddress.CONTACT, "Cost of a contact"),
        amount(values, money, CampaignAddress.INCENTIVE, "Incentive"),
        percent(values, CampaignAddress.TAKE_UP, "Stayers who take it, %"),
        percent(values, CampaignAddress.SUCCESS, "Leavers kept, %"),
        percent(values, CampaignAddress.SUCCESS_LOW, "at least, %"),
        percent(values, CampaignAddress.SUCCESS_HIGH, "at most, %"));
  }

  private static Field percent(Map<String, String> values, String name, String label) {
    return new Field(name, label, values.getOrDefault(name, ""), "any", "100");
  }

  private static Field amount(Map<String, String> values, Money money, String name, String label) {
    String step = BigDecimal.valueOf(1, money.digits()).toPlainString();
    String sign = money.sign().strip();
    return new Field(
        name,
        sign.isEmpty() ? label : label + ", " + sign,
        values.getOrDefault(name, ""),
        step,
        BigDecimal.valueOf(CampaignTerms.MOST_MINOR, money.digits()).toPlainString());
  }

  private static String ignored(AskedCampaign.Ignored value) {
    return "%s is left out: %s is none of %s."
        .formatted(value.parameter(), value.value(), String.join(", ", value.known()));
  }
}
