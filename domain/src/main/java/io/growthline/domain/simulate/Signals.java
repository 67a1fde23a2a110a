package io.growthline.domain.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a customer has gone through, as far as it changes what the customer does next. */
final class Signals {
  private final List<Instant> contacts = new ArrayList<>();
  private final List<Instant> complaints = new ArrayList<>();
  private final List<Instant> failedPayments = new ArrayList<>();
  private final List<Instant> crashes = new ArrayList<>();
  private boolean lowNps;

  void contact(Instant at, boolean complaint) {
    contacts.add(at);
    if (complaint) {
      complaints.add(at);
    }
  }

  void failedPayment(Instant at) {
    failedPayments.add(at);
  }

  void crash(Instant at) {
    crashes.add(at);
  }

  void nps(long score) {
    lowNps = score <= 6;
  }

  boolean lowNps() {
    return lowNps;
  }

  long contacts(Instant before, int days) {
    return count(contacts, before, days);
  }

  long complaints(Instant before, int days) {
    return count(complaints, before, days);
  }

  long failedPayments(Instant before, int days) {
    return count(failedPayments, before, days);
  }

  long crashes(Instant before, int days) {
    return count(crashes, before, days);
  }

  private static long count(List<Instant> events, Instant before, int days) {
    Instant from = before.minus(Duration.ofDays(days));
    return events.stream().filter(e -> !e.isBefore(from) && e.isBefore(before)).count();
  }
}
