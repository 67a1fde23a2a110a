package io.growthline.pages.campaign;

import io.growthline.domain.campaign.CampaignAudience;
import io.growthline.domain.campaign.CampaignTerms;
import io.growthline.domain.decision.ProbabilityRange;
import io.growthline.domain.money.Money;
import io.growthline.domain.pricing.Estimate;
import io.growthline.pages.UnknownChoiceException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The campaign that an address asks for. What is absent has a default; what cannot be used is left
 * out and named.
 *
 * @param audience whom it is for
 * @param terms what it costs and does
 * @param ignored what cannot be used, in the order in which it is read
 */
public record AskedCampaign(CampaignAudience audience, CampaignTerms terms, List<Ignored> ignored) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,20})?");

  /** As the retention call of the standard actions. */
  private static final String CONTACT = "5";

  private static final String SUCCESS = "20";

  /** A range that nobody gave, over the share of success. */
  private static final double LOW = 0.4;

  private static final double HIGH = 1.6;

  /**
   * A value of the address that cannot be used.
   *
   * @param known what could be in its place
   */
  public record Ignored(String parameter, String value, List<String> known) {}

  /** Reads an address. */
  public static AskedCampaign of(Map<String, String> query, CampaignChoices choices, Money money) {
    return new Reader(query, money).read(choices);
  }

  /**
   * Refuses what cannot be used: who reads an export does not see what was asked for.
   *
   * @throws UnknownChoiceException naming the first value that cannot be used
   */
  public AskedCampaign orRefuse() {
    for (Ignored value : ignored) {
      throw new UnknownChoiceException(value.parameter(), value.value(), value.known());
    }
    return this;
  }

  private static final class Reader {
    private final Map<String, String> query;
    private final Money money;
    private final List<Ignored> ignored = new ArrayList<>();

    Reader(Map<String, String> query, Money money) {
      this.query = query;
      this.money = money;
    }

    AskedCampaign read(CampaignChoices choices) {
      CampaignAudience audience =
          new CampaignAudience(
              chosen(CampaignAddress.SEGMENT, choices.behaviouralSegments()),
              chosen(CampaignAddress.INCOME, choices.incomeSegments()),
              chosen(CampaignAddress.RISK, choices.riskBands()),
              chosen(CampaignAddress.VALUE, choices.valueBands()),
              churn(),
              amount(CampaignAddress.MARGIN, ""),
              share(CampaignAddress.ACTIVATION, ""));
      CampaignTerms terms =
          new CampaignTerms(
              amount(CampaignAddress.CONTACT, CONTACT),
              amount(CampaignAddress.INCENTIVE, "0"),
              share(CampaignAddress.TAKE_UP, "100"),
              success());
      return new AskedCampaign(audience, terms, List.copyOf(ignored));
    }

    private List<String> chosen(String prefix, List<String> known) {
      List<String> asked =
          query.entrySet().stream()
              .filter(value -> value.getKey().startsWith(prefix) && !value.getValue().isEmpty())
              .map(value -> value.getKey().substring(prefix.length()))
              .sorted()
              .toList();
      asked.stream()
          .filter(value -> !known.contains(value))
          .forEach(value -> ignored.add(new Ignored(prefix + value, value, known)));
      return known.stream().filter(asked::contains).toList();
    }

    private ProbabilityRange churn() {
      Double low = share(CampaignAddress.CHURN_LOW, "");
      Double high = share(CampaignAddress.CHURN_HIGH, "");
      if (low == null && high == null) {
        return null;
      }
      double least = low == null ? 0 : low;
      double most = high == null ? 1 : high;
      if (least > most) {
        ignore(
            CampaignAddress.CHURN_HIGH, "a percentage from " + CampaignAddress.CHURN_LOW + " on");
        return new ProbabilityRange(least, 1);
      }
      return new ProbabilityRange(least, most);
    }

    private Estimate success() {
      double value = share(CampaignAddress.SUCCESS, SUCCESS);
      Double low = share(CampaignAddress.SUCCESS_LOW, "");
      Double high = share(CampaignAddress.SUCCESS_HIGH, "");
      if (low != null && low > value) {
        ignore(CampaignAddress.SUCCESS_LOW, "a percentage up to " + CampaignAddress.SUCCESS);
        low = null;
      }
      if (high != null && high < value) {
        ignore(
            CampaignAddress.SUCCESS_HIGH, "a percentage from " + CampaignAddress.SUCCESS + " on");
        high = null;
      }
      return new Estimate(
          value,
          low == null ? rounded(value * LOW) : low,
          high == null ? Math.max(value, Math.min(1, rounded(value * HIGH))) : high);
    }

    /** To a hundredth of a percent. */
    private static double rounded(double share) {
      return Math.round(share * 10_000) / 10_000.0;
    }

    private Double share(String name, String otherwise) {
      return number(
          name,
          otherwise,
          "a percentage from 0 to 100",
          text -> {
            double share = text.movePointLeft(2).doubleValue();
            return share <= 1 ? share : null;
          });
    }

    private Long amount(String name, String otherwise) {
      return number(
          name,
          otherwise,
          "an amount from 0 to " + money.exact(CampaignTerms.MOST_MINOR),
          text -> {
            BigDecimal minor = text.movePointRight(money.digits()).stripTrailingZeros();
            return minor.scale() <= 0 && minor.longValue() <= CampaignTerms.MOST_MINOR
                ? minor.longValue()
                : null;
          });
    }

    /** Null where the value is absent and there is no other. */
    private <T> T number(
        String name, String otherwise, String known, Function<BigDecimal, T> inRange) {
      String text = query.getOrDefault(name, "").strip();
      if (!text.isEmpty()) {
        T value = NUMBER.matcher(text).matches() ? inRange.apply(new BigDecimal(text)) : null;
        if (value != null) {
          return value;
        }
        ignore(name, known);
      }
      return otherwise.isEmpty() ? null : inRange.apply(new BigDecimal(otherwise));
    }

    private void ignore(String name, String known) {
      ignored.add(new Ignored(name, query.getOrDefault(name, ""), List.of(known)));
    }
  }
}
