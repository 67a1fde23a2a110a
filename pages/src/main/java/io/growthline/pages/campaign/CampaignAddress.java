package io.growthline.pages.campaign;

import io.growthline.domain.campaign.CampaignAudience;
import io.growthline.domain.campaign.CampaignTerms;
import io.growthline.domain.money.Money;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A campaign as the address of its page holds it, in the units in which people write: {@code
 * ?contact=5.00&success=20&segment.declining=on}. Amounts are in major units, shares in percent.
 */
public final class CampaignAddress {
  static final String CONTACT = "contact";
  static final String INCENTIVE = "incentive";
  static final String TAKE_UP = "take_up";
  static final String SUCCESS = "success";
  static final String SUCCESS_LOW = "success_low";
  static final String SUCCESS_HIGH = "success_high";
  static final String CHURN_LOW = "churn_low";
  static final String CHURN_HIGH = "churn_high";
  static final String MARGIN = "margin";
  static final String ACTIVATION = "activation";
  static final String SEGMENT = "segment.";
  static final String INCOME = "income.";
  static final String RISK = "risk.";
  static final String VALUE = "value.";
  static final String CHOSEN = "on";

  private CampaignAddress() {}

  /** The values of the address by name. */
  public static Map<String, String> values(
      CampaignAudience audience, CampaignTerms terms, Money money) {
    Map<String, String> values = new TreeMap<>();
    values.put(CONTACT, amount(terms.contactCostMinor(), money));
    values.put(INCENTIVE, amount(terms.incentiveMinor(), money));
    values.put(TAKE_UP, percent(terms.takeUp()));
    values.put(SUCCESS, percent(terms.success().value()));
    values.put(SUCCESS_LOW, percent(terms.success().lower()));
    values.put(SUCCESS_HIGH, percent(terms.success().upper()));
    if (audience.churn() != null) {
      values.put(CHURN_LOW, percent(audience.churn().min()));
      values.put(CHURN_HIGH, percent(audience.churn().max()));
    }
    if (audience.leastMarginMinor() != null) {
      values.put(MARGIN, amount(audience.leastMarginMinor(), money));
    }
    if (audience.leastActivation() != null) {
      values.put(ACTIVATION, percent(audience.leastActivation()));
    }
    choose(values, SEGMENT, audience.behaviouralSegments());
    choose(values, INCOME, audience.incomeSegments());
    choose(values, RISK, audience.riskBands());
    choose(values, VALUE, audience.valueBands());
    return values;
  }

  /** What follows the path of the page. */
  public static String query(CampaignAudience audience, CampaignTerms terms, Money money) {
    return values(audience, terms, money).entrySet().stream()
        .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
        .collect(Collectors.joining("&", "?", ""));
  }

  private static void choose(Map<String, String> values, String prefix, List<String> chosen) {
    chosen.forEach(value -> values.put(prefix + value, CHOSEN));
  }

  private static String amount(long minor, Money money) {
    return BigDecimal.valueOf(minor, money.digits()).toPlainString();
  }

  /** As exact as the share, so that it is the same when it is read again. */
  private static String percent(double share) {
    BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros();
    return percent.toPlainString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
