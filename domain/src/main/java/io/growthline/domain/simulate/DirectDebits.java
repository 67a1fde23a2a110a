package io.growthline.domain.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Collects the invoices of one customer: attempts, retries, refunds and charges made twice. */
final class DirectDebits {
  private static final List<String> REASONS =
      List.of("insufficient_funds", "insufficient_funds", "expired_card", "do_not_honour");
  private static final int ATTEMPTS = 3;
  private final World world;
  private final double failureRate;
  private final RandomStream random;
  private final RandomStream leaks;
  private final Journal journal;
  private final BillingEvents events;
  private final Signals signals;

  DirectDebits(
      World world,
      String income,
      RandomStream random,
      RandomStream leaks,
      Journal journal,
      Signals signals) {
    this.world = world;
    this.failureRate = world.plans().paymentFailure().get(income);
    this.random = random;
    this.leaks = leaks;
    this.journal = journal;
    this.events = new BillingEvents(journal);
    this.signals = signals;
  }

  /**
   * Collects an invoice.
   *
   * @param strained whether the customer pays less reliably than usual
   * @return the last attempt of an invoice that is never paid; empty when it is paid
   */
  Optional<Instant> collect(Instant issued, String invoice, long minor, boolean strained) {
    double failure = failureRate * (strained ? 2 : 1);
    Instant at = issued.plusSeconds(3_600 + random.below(20 * 3_600));
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      if (attempt(at, invoice, minor, failure, attempt)) {
        return Optional.empty();
      }
      failure = 1 - world.plans().retrySuccess();
      at = at.plus(Duration.ofDays(3)).plusSeconds(random.below(3_600));
    }
    return attempt(at, invoice, minor, failure, ATTEMPTS) ? Optional.empty() : Optional.of(at);
  }

  /** Whether the attempt succeeds; none does once the customer has left. */
  private boolean attempt(Instant at, String invoice, long minor, double failure, int attempt) {
    boolean left = !at.isBefore(journal.limit());
    if (!random.chance(failure) && !left) {
      pay(at, invoice, minor, attempt);
      return true;
    }
    String reason = left ? "account_closed" : random.pick(REASONS);
    events.failed(at, journal.id("y"), invoice, minor, reason, attempt);
    signals.failedPayment(at);
    return false;
  }

  private void pay(Instant at, String invoice, long minor, int attempt) {
    String id = journal.id("y");
    events.paid(at, id, invoice, minor, attempt);
    if (leaks.chance(world.leaks().duplicateCharge())) {
      Instant again = at.plusSeconds(120 + leaks.below(3_600));
      events.paid(again, journal.id("y"), invoice, minor, attempt);
    }
    if (random.chance(world.plans().refundRate())) {
      Instant refunded = at.plus(Duration.ofDays(3L + random.below(7)));
      events.refunded(refunded, id, invoice, minor);
    }
  }
}
