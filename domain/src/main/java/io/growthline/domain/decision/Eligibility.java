package io.growthline.domain.decision;

import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.rule.Values;
import io.growthline.domain.scoring.CalibrationBin;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Finds which actions a customer may have, and why none where that is so. Thread-safe. */
public final class Eligibility {
  private final DecisionRules rules;
  private final List<Action> actions;
  private final Policy policy;
  private final LocalDate asOf;
  private final ChurnIntervals intervals;

  /**
   * @param calibration reliability of the churn model; empty when it is not known
   */
  public Eligibility(DecisionRules rules, LocalDate asOf, List<CalibrationBin> calibration) {
    this.rules = rules;
    this.actions = rules.actions();
    this.policy = rules.policy();
    this.asOf = asOf;
    this.intervals = new ChurnIntervals(calibration, policy.probabilityUncertainty());
  }

  public DecisionRules rules() {
    return rules;
  }

  /** Considers a customer who has a chance of leaving. */
  public Considered consider(DecisionInput customer) {
    String segment = DecisionColumns.text(customer, policy.segmentColumn());
    return new Choosing(customer, segment == null ? "unknown" : segment).result();
  }

  /** Bits of the actions that fit a customer and have rested, whatever the chance of leaving. */
  long rested(DecisionInput customer) {
    Choosing choosing = new Choosing(customer, "unknown");
    return choosing.rested(choosing.fitting(DecisionColumns.of(customer)));
  }

  private final class Choosing {
    private final DecisionInput customer;
    private final String segment;
    private final Estimate p;
    private final Estimate lost;

    Choosing(DecisionInput customer, String segment) {
      this.customer = customer;
      this.segment = segment;
      this.p = intervals.of(customer.churn());
      this.lost = customer.lost();
    }

    Considered result() {
      Values values = DecisionColumns.of(customer);
      String exclusion = rules.exclusion(values);
      long fitting = fitting(values);
      if (customer.profile().vulnerableCustomer() && fitting == 0) {
        return rejected(0, RejectionReason.PROTECTED, null);
      } else if (exclusion != null) {
        return rejected(fitting, RejectionReason.EXCLUDED, exclusion);
      } else if (fitting == 0) {
        return rejected(0, RejectionReason.NO_ACTION, null);
      } else if (lost == null) {
        return rejected(fitting, RejectionReason.NO_VALUE, null);
      }
      long likely = policy.probability().contains(p.value()) ? likely(fitting) : 0;
      if (likely == 0) {
        return rejected(fitting, RejectionReason.OUTSIDE_PROBABILITY_RANGE, null);
      }
      long rested = rested(likely);
      if (rested == 0) {
        return rejected(likely, RejectionReason.COOL_DOWN, null);
      } else if (contacts(policy.contactCap().days(), null) >= policy.contactCap().contacts()) {
        return rejected(rested, RejectionReason.CONTACT_CAP, null);
      }
      long worthwhile = worthwhile(rested);
      if (worthwhile == 0) {
        return rejected(rested, RejectionReason.NO_POSITIVE_VALUE, null);
      }
      return considered(worthwhile, rested, null, null);
    }

    private long fitting(Values values) {
      boolean vulnerable = customer.profile().vulnerableCustomer();
      long bits = 0;
      for (int a = 0; a < actions.size(); a++) {
        Action action = actions.get(a);
        boolean allowed =
            !vulnerable || (action.forVulnerable() && action.kind() == Action.Kind.HELP);
        if (allowed && rules.fits(a, values)) {
          bits |= 1L << a;
        }
      }
      return bits;
    }

    private long likely(long from) {
      return keep(from, a -> actions.get(a).probability().contains(p.value()));
    }

    private long rested(long from) {
      return keep(from, a -> contacts(actions.get(a).coolDownDays(), actions.get(a).name()) == 0);
    }

    private long worthwhile(long from) {
      return keep(from, a -> ExpectedValue.of(actions.get(a), p, lost).netMinor() > 0);
    }

    /** Contacts within some days before the as-of day, by one action or by any. */
    private long contacts(int days, String action) {
      return customer.log().stream()
          .filter(row -> row.asOf().isBefore(asOf) && row.isContact())
          .filter(row -> ChronoUnit.DAYS.between(row.asOf(), asOf) <= days)
          .filter(row -> action == null || row.action().equals(action))
          .count();
    }

    private Considered rejected(long considered, RejectionReason reason, String detail) {
      return considered(0, considered, reason, detail);
    }

    private Considered considered(
        long eligible, long considered, RejectionReason reason, String detail) {
      return new Considered(
          customer.customerId(),
          segment,
          customer.valueBand(),
          Arm.of(policy, customer.customerId()),
          p,
          lost,
          eligible,
          considered,
          reason,
          detail);
    }
  }

  private interface Test {
    boolean holds(int action);
  }

  private static long keep(long bits, Test test) {
    long kept = 0;
    for (long left = bits; left != 0; left &= left - 1) {
      int action = Long.numberOfTrailingZeros(left);
      if (test.holds(action)) {
        kept |= 1L << action;
      }
    }
    return kept;
  }
}
