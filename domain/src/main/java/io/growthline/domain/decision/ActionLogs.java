package io.growthline.domain.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The memory of plans: rows of {@code scores.action_log} and {@code scores.audience_changes}. */
public final class ActionLogs {
  private ActionLogs() {}

  /** Whether a row is kept when a plan of a day is made: rows of its own policy and day are not. */
  public static boolean isKept(ActionLog row, String policy, LocalDate asOf) {
    return !(row.asOf().equals(asOf) && row.policy().equals(policy));
  }

  /** What is remembered of a choice; none of who was not chosen. */
  public static List<ActionLog> rows(Plan plan, Choice choice) {
    if (!choice.chosen()) {
      return List.of();
    }
    return List.of(
        new ActionLog(
            plan.asOf(),
            plan.policy().name(),
            choice.customer().customerId(),
            plan.id(),
            choice.action().name(),
            choice.action().owner(),
            choice.action().channel(),
            choice.customer().arm().text(),
            plan.policy().propensity(),
            choice.value().netMinor(),
            choice.customer().p().value(),
            choice.action().success().value(),
            (long) choice.customer().lost().value(),
            choice.value().costMinor()));
  }

  /**
   * How a customer came into or out of the audience since the plan before.
   *
   * @param log what was decided for the customer
   * @param choice null for who has no score
   */
  public static List<AudienceChange> changes(
      Plan plan, String customerId, List<ActionLog> log, Choice choice) {
    String before =
        log.stream()
            .filter(row -> row.asOf().equals(plan.previous()) && row.isContact())
            .filter(row -> row.policy().equals(plan.policy().name()))
            .map(ActionLog::action)
            .findFirst()
            .orElse(null);
    String now = choice != null && choice.treated() ? choice.action().name() : null;
    if (Objects.equals(before, now)) {
      return List.of();
    }
    String reason =
        now != null || choice == null || choice.reason() == null ? null : choice.reason().text();
    return List.of(
        new AudienceChange(
            customerId,
            plan.id(),
            plan.asOf(),
            plan.previous(),
            before == null ? "joined" : now == null ? "left" : "moved",
            now,
            before,
            reason));
  }
}
