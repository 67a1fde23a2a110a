package io.growthline.domain.experiment;

import io.growthline.domain.Sha256;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.rule.Expression;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** How customers come into an experiment, and into which arm. */
public sealed interface Exposure {
  /**
   * The enrolment of a customer; empty for one who is not in the experiment.
   *
   * @param arms all arms, the control first
   * @param days days on which exposures count
   */
  Optional<Enrolment> of(CustomerAsOf customer, List<Arm> arms, Days days);

  /** Raw tables without whose rows nobody is exposed. */
  List<String> sources();

  /**
   * An arm.
   *
   * @param name what exposures call it
   * @param share declared share of customers
   */
  record Arm(String name, double share) {}

  /**
   * Days on which exposures count.
   *
   * @param first first day; null for all up to the last
   * @param last last day; null for all from the first on
   */
  record Days(LocalDate first, LocalDate last) {
    boolean contains(Instant instant) {
      LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
      return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }
  }

  /**
   * Events say who saw what.
   *
   * @param table the events
   * @param when which of them are exposures
   * @param arm name of the arm
   */
  record Event(EventTable<?> table, Expression when, Expression arm) implements Exposure {
    @Override
    public Optional<Enrolment> of(CustomerAsOf customer, List<Arm> arms, Days days) {
      Enrolment first = null;
      for (RawEvent event : table.all(customer)) {
        if (!days.contains(event.occurredAt())
            || !Boolean.TRUE.equals(when.evaluate(table.values(event)))) {
          continue;
        }
        Object name = arm.evaluate(table.values(event));
        boolean declared = arms.stream().anyMatch(each -> each.name().equals(name));
        if (first == null) {
          first = new Enrolment(declared ? (String) name : null, event.occurredAt());
        } else if (!declared || !name.equals(first.arm())) {
          first = new Enrolment(null, first.exposedAt());
        }
      }
      return Optional.ofNullable(first);
    }

    @Override
    public List<String> sources() {
      return List.of(table.id());
    }
  }

  /**
   * A digest of the customer's id chooses the arm, as it does for the hold-out of a policy, see
   * {@link Sha256#share}. Customers come in on the first day, or when they open their account.
   *
   * @param salt text that makes this choice independent of others; of a policy, its name
   */
  record Digest(String salt) implements Exposure {
    @Override
    public Optional<Enrolment> of(CustomerAsOf customer, List<Arm> arms, Days days) {
      return customer
          .openedOn()
          .map(opened -> opened.isBefore(days.first()) ? days.first() : opened)
          .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
          .filter(at -> days.contains(at) && at.isBefore(midnight(customer.asOf())))
          .map(at -> new Enrolment(arm(customer.id(), arms), at));
    }

    @Override
    public List<String> sources() {
      return List.of();
    }

    private String arm(String customerId, List<Arm> arms) {
      double left = Sha256.share(salt, customerId);
      for (Arm arm : arms) {
        if (left < arm.share()) {
          return arm.name();
        }
        left -= arm.share();
      }
      return arms.get(arms.size() - 1).name(); // shares add up to 1, but for rounding
    }

    private static Instant midnight(LocalDate day) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
  }
}
