package io.growthline.domain.decision;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** How much of a limit the plan uses, and what more of it would bring. */
@Table(
    dataset = "scores",
    name = "plan_limits",
    grain = "one limit of the policy",
    description =
        "How much of each limit the plan uses and what one more unit would bring. A reserve is what only those it is for may use: nobody has to.",
    key = {"name"})
public record PlanLimit(
    @Column("The plan: policy and day.") String planId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(
            value = "Whether limits count: in mode unconstrained they only show what is used.",
            allowed = {"budgeted", "unconstrained"})
        String mode,
    @Column(
            value = "What is limited.",
            allowed = {
              "action_capacity",
              "owner_capacity",
              "segment_max_share",
              "segment_reserve",
              "high_value_reserve",
              "budget"
            })
        String kind,
    @Column("The limit, as detail of scores.action_rejections names it.") String name,
    @Column(
            value = "What bound, used and remaining are counted in.",
            allowed = {"contacts", "minor"})
        String unit,
    @Column(
            value = "Most that may be used; of a reserve, what is reserved.",
            unit = "contacts or minor",
            min = 0)
        long bound,
    @Column(
            value =
                "What those contacted use; of a reserve, what those it is for use of it, at most all.",
            unit = "contacts or minor",
            min = 0)
        long used,
    @Column(
            value = "bound less used; below 0 where a plan without limits uses more.",
            unit = "contacts or minor")
        long remaining,
    @Column(
            value =
                "What one more contact or minor unit would bring, of a reserve one minor unit less reserved: the multiplier of the Lagrangian dual on candidates; 0 where the limit does not bind.",
            unit = "minor",
            min = 0)
        double price,
    @Column(
            value = "Customers left out by it for whom an action would pay, held out or not.",
            min = 0)
        long leftOut) {}
