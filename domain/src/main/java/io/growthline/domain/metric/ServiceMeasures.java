package io.growthline.domain.metric;

import static io.growthline.domain.metric.Counting.count;
import static io.growthline.domain.metric.Counting.one;
import static io.growthline.domain.metric.Measure.ofCustomers;
import static io.growthline.domain.metric.Measure.ofRows;
import static io.growthline.domain.metric.Measure.ofRowsOfCustomers;

import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.SupportContact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What customers say and ask. */
final class ServiceMeasures {
  private static final int OUTCOME_DAYS = 7;

  static final List<Measure> ALL =
      List.of(
          ofRowsOfCustomers(
              "support_contacts",
              SupportContact.class,
              "Contacts of customers with support in the period",
              e -> 1),
          ofRowsOfCustomers(
              "complaints",
              SupportContact.class,
              "Complaints of customers in the period",
              e -> one(e.complaint())),
          ofCustomers(
              "contacts_judged",
              List.of(SupportContact.class),
              "Contacts of customers in the period, once 7 days have passed",
              p -> count(p.events(SupportContact.class), c -> isJudged(p, c)),
              SupportContact.class::isInstance),
          ofCustomers(
              "contacts_resolved_at_once",
              List.of(SupportContact.class),
              "Of these, contacts resolved in these 7 days without another one of the customer",
              p -> count(p.events(SupportContact.class), c -> isResolvedAtOnce(p, c)),
              SupportContact.class::isInstance),
          ofRows(
              "satisfaction_answers",
              SupportContact.class,
              "Contacts of the period with an answer on satisfaction",
              e -> one(e.csat() != null)),
          ofRows(
              "satisfaction_points",
              SupportContact.class,
              "Sum of these answers, from 1 to 5",
              e -> e.csat() == null ? 0 : e.csat()),
          ofRows("nps_responses", NpsResponse.class, "Answers of the period", e -> 1),
          ofRows(
              "nps_net",
              NpsResponse.class,
              "Promoters (9 or 10) less detractors (0 to 6) of the period",
              e -> one(e.score() >= 9) - one(e.score() <= 6)));

  private ServiceMeasures() {}

  private static boolean isJudged(CustomerPeriod period, SupportContact contact) {
    // The last of the 7 days of a contact made during a day ends on the day after them.
    return period.havePassed(OUTCOME_DAYS + 1, Measure.day(contact));
  }

  private static boolean isResolvedAtOnce(CustomerPeriod period, SupportContact contact) {
    Instant end = contact.occurredAt().plus(Duration.ofDays(OUTCOME_DAYS));
    if (!isJudged(period, contact)
        || contact.resolvedAt() == null
        || contact.resolvedAt().isAfter(end)) {
      return false;
    }
    for (SupportContact other :
        period.customer().known().since(SupportContact.class, Measure.day(contact))) {
      if (other.occurredAt().isAfter(contact.occurredAt()) && !other.occurredAt().isAfter(end)) {
        return false;
      }
    }
    return true;
  }
}
