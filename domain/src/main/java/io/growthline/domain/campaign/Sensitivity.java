package io.growthline.domain.campaign;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What contacting the whole audience would bring if one term were another.
 *
 * @param term which
 * @param share what it would be; null for an amount
 * @param amountMinor what it would be; null for a share
 * @param asked whether it is the term that was asked for
 * @param netMinor expected value
 * @param netLowerMinor lower end of its 90 % interval; success is certain where it is the term
 * @param netUpperMinor upper end of that interval
 */
public record Sensitivity(
    Term term,
    Double share,
    Long amountMinor,
    boolean asked,
    long netMinor,
    long netLowerMinor,
    long netUpperMinor) {
  private static final int SHARES = 16;
  private static final double STEPS = 20;
  private static final List<Integer> PERCENT = List.of(0, 50, 100, 150, 200);

  /** A term of a campaign. */
  public enum Term {
    SUCCESS,
    INCENTIVE_MINOR,
    CONTACT_COST_MINOR;

    /** The form in answers. */
    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Points by term, rising; amounts are shares and multiples of what was asked for. */
  static List<Sensitivity> of(CampaignTerms terms, CampaignSums customers) {
    List<Sensitivity> points = new ArrayList<>();
    for (double share : shares(terms.success().value())) {
      boolean asked = share == terms.success().value();
      points.add(
          point(
              Term.SUCCESS,
              share,
              null,
              asked,
              CampaignOutcome.of(terms.ofSuccess(share), customers)));
    }
    for (long minor : amounts(terms.incentiveMinor())) {
      boolean asked = minor == terms.incentiveMinor();
      points.add(
          point(
              Term.INCENTIVE_MINOR,
              null,
              minor,
              asked,
              CampaignOutcome.of(terms.ofIncentive(minor), customers)));
    }
    for (long minor : amounts(terms.contactCostMinor())) {
      boolean asked = minor == terms.contactCostMinor();
      points.add(
          point(
              Term.CONTACT_COST_MINOR,
              null,
              minor,
              asked,
              CampaignOutcome.of(terms.ofContactCost(minor), customers)));
    }
    return points;
  }

  /** From 5 % to 80 %; the share that was asked for stands for the one nearest to it. */
  private static List<Double> shares(double asked) {
    long nearest = Math.min(SHARES, Math.max(1, Math.round(asked * STEPS)));
    List<Double> shares = new ArrayList<>();
    for (int i = 1; i <= SHARES; i++) {
      shares.add(i == nearest ? asked : i / STEPS);
    }
    return shares;
  }

  private static TreeSet<Long> amounts(long minor) {
    TreeSet<Long> amounts = new TreeSet<>();
    for (long percent : PERCENT) {
      amounts.add(Math.min(CampaignTerms.MOST_MINOR, minor * percent / 100));
    }
    return amounts;
  }

  private static Sensitivity point(
      Term term, Double share, Long amountMinor, boolean asked, CampaignOutcome outcome) {
    return new Sensitivity(
        term,
        share,
        amountMinor,
        asked,
        outcome.netMinor(),
        outcome.netLowerMinor(),
        outcome.netUpperMinor());
  }
}
