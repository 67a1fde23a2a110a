package io.growthline.domain.decision;

import io.growthline.domain.pricing.Estimate;
import java.util.Locale;

/**
 * Something that can be done so that a customer stays.
 *
 * @param name unique in its file
 * @param label for people
 * @param owner the team that does it
 * @param channel how the customer is reached
 * @param kind what it does to the customer
 * @param when CEL over {@link DecisionColumns}: whom it fits
 * @param success share of those who would leave that it keeps, from 0 to 1
 * @param evidence of that share: {@code assumed} or {@code measured}
 * @param contactCostMinor paid for each contact
 * @param incentiveMinor paid to those kept, and to those who would have stayed and take it; 0 for
 *     {@link Kind#HELP}
 * @param takeUp share of those who would have stayed that takes the incentive, from 0 to 1
 * @param capacity most contacts of one plan; null for no limit of its own
 * @param coolDownDays days after which a customer may have it again, 0 for at once
 * @param forVulnerable whether it may help customers who need protection
 * @param probability the chances of leaving for which it is meant
 */
public record Action(
    String name,
    String label,
    String owner,
    String channel,
    Kind kind,
    String when,
    Estimate success,
    String evidence,
    long contactCostMinor,
    long incentiveMinor,
    double takeUp,
    Long capacity,
    int coolDownDays,
    boolean forVulnerable,
    ProbabilityRange probability) {

  /** What an action does to a customer. */
  public enum Kind {
    /** Solves a problem; costs the customer nothing and asks for nothing. */
    HELP,
    /** Asks the customer to stay or to buy. */
    OFFER,
    /** Pays the customer for it. */
    INCENTIVE;

    /** Name in files and tables. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
