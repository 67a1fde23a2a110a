package io.growthline.domain.decision;

import io.growthline.domain.event.CampaignContact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer's part in a plan, whatever was delivered afterwards.
 *
 * @param plannedBy {@link #POLICY} or {@link #CAMPAIGN}
 * @param plan name of the policy or campaign
 * @param day of the plan, UTC
 * @param arm {@code treated} or {@code holdout}
 * @param propensity chance with which the customer was to be treated
 * @param expectedUplift p·s: chance that the customer would leave and is kept; null when unknown
 * @param valueMinor what was lost if the customer left, known on the day; null when unknown
 * @param costMinor contact and incentives, 0 for who was held out; null when unknown
 */
public record Participation(
    String plannedBy,
    String plan,
    LocalDate day,
    String action,
    String arm,
    double propensity,
    Double expectedUplift,
    Long valueMinor,
    Long costMinor) {
  /** A plan of this platform, whose costs are those expected. */
  public static final String POLICY = "policy";

  /** A campaign of others, whose costs are those paid. */
  public static final String CAMPAIGN = "campaign";

  /** What the log of plans says of a customer. */
  public static Participation of(ActionLog row) {
    boolean known = row.churn() != null && row.success() != null;
    return new Participation(
        POLICY,
        row.policy(),
        row.asOf(),
        row.action(),
        row.arm(),
        row.propensity(),
        known ? (Double) (row.churn() * row.success()) : null,
        row.valueMinor(),
        row.isContact() ? row.expectedCostMinor() : (Long) 0L);
  }

  /** What a campaign says of a customer. */
  public static Participation of(CampaignContact row) {
    return new Participation(
        CAMPAIGN,
        row.campaignId(),
        LocalDate.ofInstant(row.occurredAt(), ZoneOffset.UTC),
        row.action(),
        row.arm(),
        row.propensity(),
        null,
        row.valueMinor(),
        row.arm().equals(Arm.TREATED.text()) ? cost(row) : (Long) 0L);
  }

  /**
   * The parts of a customer in plans of earlier days. Of several contacts by one campaign on one
   * day the first says the arm, and all cost.
   *
   * @param log of this customer, in any order
   * @param contacts of this customer, in any order
   * @param asOf only what was known before this day counts
   */
  public static Collection<Participation> before(
      LocalDate asOf, List<ActionLog> log, List<CampaignContact> contacts) {
    Instant end = asOf.atStartOfDay().toInstant(ZoneOffset.UTC);
    Map<Key, Participation> parts = new LinkedHashMap<>();
    log.stream()
        .filter(row -> row.asOf().isBefore(asOf))
        .map(Participation::of)
        .forEach(part -> parts.put(part.key(), part));
    contacts.stream()
        .filter(row -> row.occurredAt().isBefore(end) && row.ingestedAt().isBefore(end))
        .sorted(
            Comparator.comparing(CampaignContact::occurredAt)
                .thenComparing(CampaignContact::eventId))
        .map(Participation::of)
        .forEach(part -> parts.merge(part.key(), part, Participation::with));
    return parts.values();
  }

  private record Key(String plannedBy, String plan, LocalDate day) {}

  private Key key() {
    return new Key(plannedBy, plan, day);
  }

  private Participation with(Participation later) {
    boolean isTreated = arm.equals(Arm.TREATED.text());
    return new Participation(
        plannedBy,
        plan,
        day,
        action,
        arm,
        propensity,
        expectedUplift,
        valueMinor,
        isTreated ? (Long) Math.addExact(costMinor, later.costMinor()) : costMinor);
  }

  private static Long cost(CampaignContact row) {
    return Math.addExact(
        row.contactCostMinor(), row.incentiveMinor() == null ? 0 : row.incentiveMinor());
  }

  /** p·s·V, rounded once; null when either is unknown. */
  Long expectedSavedMinor() {
    return expectedUplift == null || valueMinor == null
        ? null
        : (Long) (long) Math.rint(expectedUplift * valueMinor);
  }
}
