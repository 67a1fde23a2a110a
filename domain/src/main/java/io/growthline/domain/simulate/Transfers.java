package io.growthline.domain.simulate;

import io.growthline.domain.event.TransferCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The checks before transfers of one customer, a few of which a swindler asked for. */
final class Transfers {
  private static final double MONTH_SECONDS = 365.25 / 12 * 86_400;
  private static final double SPREAD = 1;

  private final World.Protection world;
  private final RandomStream random;
  private final Journal journal;
  private boolean paidLarge;

  Transfers(World.Protection world, RandomStream random, Journal journal) {
    this.world = world;
    this.random = random;
    this.journal = journal;
  }

  /** Checks in the order of time; waits between them are exponential. */
  void between(Instant from, Instant to) {
    for (Instant at = next(from); at.isBefore(to); at = next(at)) {
      check(at);
    }
  }

  private Instant next(Instant at) {
    double months = -Math.log(1 - random.uniform()) / world.transfersMonthly();
    return at.plus(Duration.ofSeconds(1 + (long) (months * MONTH_SECONDS)));
  }

  private void check(Instant at) {
    boolean scam = random.chance(world.scamShare());
    Map<String, Double> shares = scam ? world.scamSigns() : world.signs();
    double median = world.medianMinor() * (scam ? world.scamAmountFactor() : 1);
    long amount = Math.round(random.logNormal(median, SPREAD));
    boolean large = amount >= world.largeMinor();
    boolean firstLarge = large && !paidLarge;
    paidLarge |= large;
    boolean newPayee = sign(shares, "new_payee");
    boolean unusualTime = sign(shares, "unusual_time");
    boolean newDevice = sign(shares, "new_device");
    boolean ignored = sign(shares, "ignored_warning");
    boolean contact = sign(shares, "scam_contact");
    boolean investment = sign(shares, "investment");
    boolean confirmed = sign(shares, "confirmed");
    boolean heeded = sign(shares, "heeded_warning") && !ignored;
    String transfer = journal.id("t");
    journal.add(
        "trf",
        "core-banking",
        at,
        e ->
            new TransferCheck(
                e.eventId(),
                e.key(),
                e.customerId(),
                e.at(),
                e.ingestedAt(),
                1,
                e.source(),
                transfer,
                amount,
                "GBP",
                newPayee,
                firstLarge,
                unusualTime,
                newDevice,
                ignored,
                contact,
                investment,
                confirmed,
                heeded));
  }

  private boolean sign(Map<String, Double> shares, String name) {
    return random.chance(shares.get(name));
  }
}
