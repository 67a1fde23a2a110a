package io.growthline.domain.customer;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The assumptions and thresholds of {@code customer/value.yaml}.
 *
 * @param purchases what the bank keeps of purchases
 * @param observedMonths whole months before the as-of day from which rates are taken, 1 or more
 * @param priorCustomerMonths months of customers that the churn of all plans weighs beside those of
 *     one, above 0
 * @param longestLifetimeMonths of the simple value, 1 or more
 * @param bands shares below the bands of expected margin
 */
public record ValueRules(
    Purchases purchases,
    int observedMonths,
    double priorCustomerMonths,
    double longestLifetimeMonths,
    Bands bands) {
  private static final String STANDARD = "/customer/value.yaml";
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /**
   * What the bank keeps of a purchase.
   *
   * @param evidence {@code assumed} or {@code measured}
   * @param debitShare from 0 to 1
   * @param creditShare from 0 to 1
   * @param creditCards kinds of card that are credit; all others are debit
   */
  public record Purchases(
      String evidence, double debitShare, double creditShare, List<String> creditCards) {
    /**
     * Whether purchases with a kind of card are on credit.
     *
     * @param cardType null where it is not known
     */
    public boolean isCredit(String cardType) {
      return cardType != null && creditCards.contains(cardType);
    }

    /** What the bank keeps of each purchase. */
    public double share(boolean credit) {
      return credit ? creditShare : debitShare;
    }

    /** What the bank keeps of purchases less refunds, in whole minor units, rounded half even. */
    public long keptMinor(long spendMinor, boolean credit) {
      return (long) Math.rint(spendMinor * share(credit));
    }
  }

  /**
   * Shares of customers below a band.
   *
   * @param highAbove not below {@code mediumAbove}
   */
  public record Bands(double highAbove, double mediumAbove) {}

  /** The rules that come with the platform. */
  public static ValueRules standard() {
    try (InputStream in = ValueRules.class.getResourceAsStream(STANDARD)) {
      return parse(STANDARD, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(STANDARD + " cannot be read", e);
    }
  }

  /**
   * Rules from YAML.
   *
   * @param file name for messages
   * @throws IllegalArgumentException when one is missing, unknown or out of range
   */
  static ValueRules parse(String file, String yaml) {
    try {
      ValueRules rules = YAML.readValue(yaml, ValueRules.class);
      rules.check(file);
      return rules;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s does not hold the rules of customer value: %s".formatted(file, e.getMessage()), e);
    }
  }

  private void check(String file) {
    require(
        List.of("assumed", "measured").contains(purchases.evidence),
        file,
        "purchases.evidence must be assumed or measured");
    require(isShare(purchases.debitShare), file, "purchases.debit_share must be from 0 to 1");
    require(isShare(purchases.creditShare), file, "purchases.credit_share must be from 0 to 1");
    require(observedMonths >= 1, file, "observed_months must be 1 or more");
    require(priorCustomerMonths > 0, file, "prior_customer_months must be above 0");
    require(longestLifetimeMonths >= 1, file, "longest_lifetime_months must be 1 or more");
    require(
        isShare(bands.highAbove)
            && isShare(bands.mediumAbove)
            && bands.mediumAbove <= bands.highAbove,
        file,
        "bands must be from 0 to 1, medium_above not above high_above");
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  private static void require(boolean holds, String file, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(file + ": " + rule);
    }
  }
}
