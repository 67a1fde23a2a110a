package io.growthline.domain.decision;

import java.util.List;

/** Rows of {@code scores.action_rejections}. */
final class ActionRejections implements DecisionTable<ActionRejection> {
  @Override
  public Class<ActionRejection> table() {
    return ActionRejection.class;
  }

  @Override
  public List<ActionRejection> rows(Plan plan, DecisionInput customer, Choice choice) {
    if (choice.chosen()) {
      return List.of();
    }
    Considered considered = choice.customer();
    return List.of(
        new ActionRejection(
            customer.customerId(),
            plan.id(),
            plan.asOf(),
            choice.reason().text(),
            choice.detail(),
            choice.action() == null ? null : choice.action().name(),
            choice.value() == null ? null : choice.value().netMinor(),
            considered.p().value(),
            customer.churnEvidence(),
            considered.lost() == null ? null : (long) considered.lost().value()));
  }
}
