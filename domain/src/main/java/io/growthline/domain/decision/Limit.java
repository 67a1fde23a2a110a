package io.growthline.domain.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A limit that customers share: what chosen actions use of it adds up to no more than its bound.
 *
 * @param name for people
 * @param bound in contacts or minor units, 0 or more
 * @param scope the choices that use it
 */
public record Limit(Kind kind, String name, long bound, Scope scope) {
  /** What is limited. */
  public enum Kind {
    ACTION_CAPACITY(RejectionReason.CAPACITY),
    OWNER_CAPACITY(RejectionReason.CAPACITY),
    SEGMENT_MAX_SHARE(RejectionReason.SEGMENT_SHARE),
    /** Limits all others. */
    SEGMENT_RESERVE(RejectionReason.SEGMENT_SHARE),
    /** Limits all others. */
    HIGH_VALUE_RESERVE(RejectionReason.BUDGET),
    BUDGET(RejectionReason.BUDGET);

    private final RejectionReason reason;

    Kind(RejectionReason reason) {
      this.reason = reason;
    }

    /** Name in tables. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isReserve() {
      return this == SEGMENT_RESERVE || this == HIGH_VALUE_RESERVE;
    }
  }

  /** Which choices use a limit. */
  public interface Scope {
    boolean holds(Action action, String segment, String valueBand);
  }

  /** Why a customer is left out when it is used up. */
  RejectionReason reason() {
    return kind.reason;
  }

  /** Whether contacts are limited, not expected cost. */
  boolean counts() {
    return reason() == RejectionReason.CAPACITY;
  }

  /** Whether a choice uses it. */
  boolean holds(Choice choice) {
    return scope.holds(choice.action(), choice.customer().segment(), choice.customer().valueBand());
  }

  /** What a choice uses. */
  long use(long costMinor) {
    return counts() ? 1 : costMinor;
  }

  /** The limits of a policy, in the order of reasons; none in mode unconstrained. */
  static List<Limit> of(DecisionRules rules) {
    Policy policy = rules.policy();
    return policy.mode() == Policy.Mode.UNCONSTRAINED ? List.of() : all(rules);
  }

  /** All limits of a policy, whether they count or not; those that count are the same. */
  public static List<Limit> all(DecisionRules rules) {
    return within(rules, rules.policy().budgetMinor());
  }

  /** The limits of a policy with a budget, whatever its mode; the budget is the last. */
  static List<Limit> within(DecisionRules rules, long budgetMinor) {
    Policy policy = rules.policy();
    List<Limit> limits = new ArrayList<>();
    for (Action each : rules.actions()) {
      if (each.capacity() != null) {
        limits.add(
            new Limit(
                Kind.ACTION_CAPACITY,
                "action " + each.name(),
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
                        Kind.OWNER_CAPACITY,
                        "owner " + owner,
                        contacts,
                        (action, segment, band) -> action.owner().equals(owner))));
    for (Map.Entry<String, Policy.Share> entry : policy.segments().entrySet()) {
      String of = entry.getKey();
      Policy.Share share = entry.getValue();
      if (share.maxShare() < 1) {
        limits.add(
            cost(
                Kind.SEGMENT_MAX_SHARE,
                "most of segment " + of,
                share.maxShare() * budgetMinor,
                (action, segment, band) -> segment.equals(of)));
      }
      if (share.minShare() > 0) {
        limits.add(
            cost(
                Kind.SEGMENT_RESERVE,
                "reserve of segment " + of,
                (1 - share.minShare()) * budgetMinor,
                (action, segment, band) -> !segment.equals(of)));
      }
    }
    if (policy.highValueReserve() > 0) {
      limits.add(
          cost(
              Kind.HIGH_VALUE_RESERVE,
              "reserve of high value",
              (1 - policy.highValueReserve()) * budgetMinor,
              (action, segment, band) -> !band.equals("high")));
    }
    limits.add(cost(Kind.BUDGET, "budget", budgetMinor, (action, segment, band) -> true));
    return limits;
  }

  private static Limit cost(Kind kind, String name, double bound, Scope scope) {
    return new Limit(kind, name, (long) bound, scope);
  }
}
