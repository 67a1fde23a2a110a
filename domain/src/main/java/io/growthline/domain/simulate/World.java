package io.growthline.domain.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The parameters of the synthetic world. {@code simulate/world.yaml} holds their values and says
 * what they mean.
 */
public record World(
    Population population,
    Inclusion inclusion,
    Protection protection,
    Activity activity,
    Activation activation,
    Churn churn,
    Plans plans,
    Leaks leaks,
    Offers offers,
    Promotions promotions,
    Rewards rewards,
    Costs costs,
    Experiment experiment,
    Campaign campaign,
    Retention retention,
    Drift drift,
    Faults faults) {

  /** Who the customers are; maps hold relative weights. */
  public record Population(
      Map<String, Double> regions,
      Map<String, Double> incomes,
      Map<String, Double> baskets,
      Map<String, Long> creditLimitsMinor,
      Map<String, Double> channels,
      Map<String, Double> devices,
      double establishedShare,
      double vulnerableShare,
      double vulnerableMonthly,
      double businessShare,
      double failedApplications) {}

  /** Who finds an app hard to use, and what follows from it. */
  public record Inclusion(
      double typicalConfidence,
      double confidencePerYearOfAge,
      double accessibilityShare,
      double newToCountryShare,
      double notAskedShare,
      double activationLogitPerConfidence,
      double fundingLogitPerConfidence,
      double understoodLogitPerConfidence,
      double logContactsPerConfidence,
      double accessibilityContactFactor,
      double newToCountryDecisionFactor) {}

  /**
   * Transfers that are checked before they are sent, and what is seen at those that are fraud and
   * at all others, as shares by name of the sign.
   */
  public record Protection(
      double transfersMonthly,
      double scamShare,
      long medianMinor,
      double scamAmountFactor,
      long largeMinor,
      Map<String, Double> signs,
      Map<String, Double> scamSigns) {}

  /** How much customers do. */
  public record Activity(
      double transactionsPerDay,
      double transactionSpread,
      double sessionsPerDay,
      double featuresPerSession,
      double declineRate,
      double reversalRate,
      double crashRate,
      double pauseMonthly) {}

  /** How customers come from an open account to first use. */
  public record Activation(
      double activationLogit,
      double fundingLogit,
      double eagernessOnFunding,
      double medianFundingDays) {}

  /** What makes customers decline and leave. */
  public record Churn(
      double declineLogit,
      double perComplaint,
      double perFailedPayment,
      double perCrash,
      double lowNps,
      double closeWhenSteady,
      double closeWhenDeclining,
      double recover,
      double levelPerDecliningMonth,
      double cancelPlanMonthly,
      double cancelPlanWhenDeclining) {}

  /** Paid plans and their payment. */
  public record Plans(
      long plusMinor,
      long premiumMinor,
      long metalMinor,
      double premiumShare,
      double metalShare,
      double upgradeMonthly,
      double downgradeMonthly,
      Map<String, Double> paymentFailure,
      double retrySuccess,
      double refundRate,
      double lapseAfterFailures,
      double discountShare,
      long discountMinor,
      int discountMonths) {

    /**
     * Monthly price of a plan.
     *
     * @throws IllegalArgumentException when there is no such plan
     */
    long priceMinor(String plan) {
      return switch (plan) {
        case "plus" -> plusMinor;
        case "premium" -> premiumMinor;
        case "metal" -> metalMinor;
        default -> throw new IllegalArgumentException("There is no plan " + plan);
      };
    }
  }

  /** Shares of what is billed that goes wrong. */
  public record Leaks(
      double duplicateCharge,
      double underBilledUpgrade,
      double overdueDiscount,
      double unbilledMonth) {}

  /** Offers at randomised prices, taken by a logit in log price. */
  public record Offers(
      List<Long> pricesMinor,
      List<Long> incentivesMinor,
      double monthlyExposure,
      long referencePriceMinor,
      Map<String, Double> logitAtReference,
      Map<String, Double> logPriceCoefficient,
      double incentivePer1000Minor,
      double marginShare) {

    /** Probability that an offer is taken. */
    public double acceptance(String income, long priceMinor, long incentiveMinor) {
      double logit =
          logitAtReference.get(income)
              + logPriceCoefficient.get(income)
                  * Math.log((double) priceMinor / referencePriceMinor)
              + incentivePer1000Minor * incentiveMinor / 1000.0;
      return RandomStream.logistic(logit);
    }
  }

  /** A catalogue of offers without a price; arms are relative weights. */
  public record Promotions(
      double monthlyExposure,
      Map<String, Double> arms,
      Map<String, Double> armLogits,
      List<Promotion> catalogue) {}

  /** One offer of the catalogue; its acceptance is that of the arm standard. */
  public record Promotion(
      String offerId,
      String product,
      String offerType,
      String audience,
      double acceptance,
      long incentiveMinor,
      long marginMinor) {

    /** Probability that the offer is taken, {@code armLogit} above that of the arm standard. */
    double acceptance(double armLogit) {
      return RandomStream.logistic(Math.log(acceptance / (1 - acceptance)) + armLogit);
    }
  }

  /** What the bank pays for a referral, and shares of rewards whose ledger is wrong. */
  public record Rewards(long rewardMinor, Map<String, Double> exceptions) {}

  /** What running the bank costs in a month. */
  public record Costs(
      double openShare,
      double serveMinor,
      double supportMinor,
      double overheadMinor,
      double processingShare,
      Map<String, Double> subscribers) {}

  /** The onboarding experiment, half control and half treatment. */
  public record Experiment(
      String experimentId,
      double fromShare,
      double toShare,
      double fundingLogitUplift,
      double firstWeekActivityUplift) {}

  /**
   * The campaign of the CRM that keeps customers: whom it takes part with, for how many days it
   * works, and by what it multiplies the monthly chances of declining and of closing of those
   * treated.
   */
  public record Retention(
      String campaignId,
      String action,
      int monthsBeforeEnd,
      double share,
      double treatedShare,
      int days,
      double declineFactor,
      double closeFactor,
      Map<String, Long> valueMinor,
      long contactCostMinor,
      long incentiveMinor,
      double takeUp) {}

  /** The regional campaign. */
  public record Campaign(
      String campaignId,
      List<String> regions,
      double fromShare,
      int days,
      double signupLift,
      double spendLift,
      long dailySpendMinor) {}

  /** What changes for everyone from a date on. */
  public record Drift(
      double atShare, double sessionFactor, double sessionLengthFactor, double onlineShift) {}

  /** Shares of valid rows that get a fault at level standard. */
  public record Faults(
      double duplicate,
      double redelivery,
      double late,
      double malformed,
      double schemaChange,
      double schemaChangeAtShare) {}

  /** The world of {@code simulate/world.yaml}. */
  public static World standard() {
    try (InputStream yaml = World.class.getResourceAsStream("/simulate/world.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readValue(yaml, World.class);
    } catch (IOException e) {
      throw new UncheckedIOException("simulate/world.yaml cannot be read; check its syntax", e);
    }
  }
}
