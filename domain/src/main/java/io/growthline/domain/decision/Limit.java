package io.growthline.domain.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A limit that customers share: what chosen actions use of it adds up to no more than its bound.
 *
 * @param reason why a customer is left out when it is used up
 * @param name for people
 * @param counts whether contacts are limited, not expected cost
 * @param bound in contacts or minor units, 0 or more
 * @param scope the choices that use it
 */
public record Limit(RejectionReason reason, String name, boolean counts, long bound, Scope scope) {
  /** Which choices use a limit. */
  public interface Scope {
    boolean holds(Action action, String segment, String valueBand);
  }

  /** What a choice uses. */
  long use(long costMinor) {
    return counts ? 1 : costMinor;
  }

  /** The limits of a policy, in the order of reasons; none in mode unconstrained. */
  static List<Limit> of(DecisionRules rules) {
    Policy policy = rules.policy();
    return policy.mode() == Policy.Mode.UNCONSTRAINED
        ? List.of()
        : within(rules, policy.budgetMinor());
  }

  /** The limits of a policy with a budget, whatever its mode; the budget is the last. */
  static List<Limit> within(DecisionRules rules, long budgetMinor) {
    Policy policy = rules.policy();
    List<Limit> limits = new ArrayList<>();
    for (Action each : rules.actions()) {
      if (each.capacity() != null) {
        limits.add(
            new Limit(
                RejectionReason.CAPACITY,
                "action " + each.name(),
                true,
                each.capacity(),
                (action, segment, band) -> action.name().equals(each.name())));
      }
    }
    policy
        .owners()
        .forEach(
            (owner, contacts) ->
                limits.add(
                    new Limit(
                        RejectionReason.CAPACITY,
                        "owner " + owner,
                        true,
                        contacts,
                        (action, segment, band) -> action.owner().equals(owner))));
    for (Map.Entry<String, Policy.Share> entry : policy.segments().entrySet()) {
      String of = entry.getKey();
      Policy.Share share = entry.getValue();
      if (share.maxShare() < 1) {
        limits.add(
            cost(
                RejectionReason.SEGMENT_SHARE,
                "most of segment " + of,
                share.maxShare() * budgetMinor,
                (action, segment, band) -> segment.equals(of)));
      }
      if (share.minShare() > 0) {
        limits.add(
            cost(
                RejectionReason.SEGMENT_SHARE,
                "reserve of segment " + of,
                (1 - share.minShare()) * budgetMinor,
                (action, segment, band) -> !segment.equals(of)));
      }
    }
    if (policy.highValueReserve() > 0) {
      limits.add(
          cost(
              RejectionReason.BUDGET,
              "reserve of high value",
              (1 - policy.highValueReserve()) * budgetMinor,
              (action, segment, band) -> !band.equals("high")));
    }
    limits.add(
        cost(RejectionReason.BUDGET, "budget", budgetMinor, (action, segment, band) -> true));
    return limits;
  }

  private static Limit cost(RejectionReason reason, String name, double bound, Scope scope) {
    return new Limit(reason, name, false, (long) bound, scope);
  }
}
