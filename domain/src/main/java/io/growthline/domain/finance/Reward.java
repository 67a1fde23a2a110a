package io.growthline.domain.finance;

import io.growthline.domain.mart.Counts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One reward, as referrals and the ledger know it. */
final class Reward {
  /** What a journal says about a reward. */
  static final class Journal {
    final String id;
    final String posting;
    Instant at;
    long debit;
    long credit;

    private Journal(String id, String posting, Instant at) {
      this.id = id;
      this.posting = posting;
      this.at = at;
    }

    private void add(RewardEvent line, long count) {
      long minor = Math.multiplyExact(line.amountMinor(), count);
      at = line.occurredAt().isBefore(at) ? line.occurredAt() : at;
      if (line.side().equals("debit")) {
        debit = Math.addExact(debit, minor);
      } else {
        credit = Math.addExact(credit, minor);
      }
    }
  }

  final String id;
  private String customerId;
  private Instant firstAt;
  private Long entitledMinor;
  private final Map<String, Instant> stages = new HashMap<>();
  private final Map<String, Journal> journals = new HashMap<>();

  private Reward(String id) {
    this.id = id;
  }

  /** All rewards by id; a referral that names no reward has that of its other stages. */
  static Collection<Reward> all(Counts<RewardEvent> events) {
    Map<String, String> rewards = new HashMap<>();
    for (RewardEvent event : events.keys()) {
      if (event.rewardId() != null && event.referralId() != null) {
        rewards.putIfAbsent(event.referralId(), event.rewardId());
      }
    }
    Map<String, Reward> all = new TreeMap<>();
    events.forEach(
        (event, counts) -> {
          String id = event.rewardId();
          if (id == null) {
            id = rewards.getOrDefault(event.referralId(), event.referralId());
          }
          all.computeIfAbsent(id, Reward::new).add(event, counts[0]);
        });
    return all.values();
  }

  private void add(RewardEvent event, long count) {
    customerId = customerId == null ? event.customerId() : customerId;
    firstAt =
        firstAt == null || event.occurredAt().isBefore(firstAt) ? event.occurredAt() : firstAt;
    if (event.journalId() != null) {
      journals
          .computeIfAbsent(
              event.journalId() + " " + event.stage(),
              key -> new Journal(event.journalId(), event.stage(), event.occurredAt()))
          .add(event, count);
      return;
    }
    Instant known = stages.get(event.stage());
    if (known == null || event.occurredAt().isBefore(known)) {
      stages.put(event.stage(), event.occurredAt());
      if (event.stage().equals("qualified")) {
        entitledMinor = event.amountMinor();
      }
    }
  }

  String customerId() {
    return customerId;
  }

  /** What the first qualification entitles to; null when it is not known. */
  Long entitledMinor() {
    return entitledMinor;
  }

  /** When referrals first said so; null when they did not. */
  Instant stage(String stage) {
    return stages.get(stage);
  }

  /** First day of the month of qualification, or of the first thing known. */
  LocalDate month() {
    Instant at = stages.getOrDefault("qualified", firstAt);
    return LocalDate.ofInstant(at, ZoneOffset.UTC).withDayOfMonth(1);
  }

  /** All journals, oldest first. */
  List<Journal> journals() {
    List<Journal> all = new ArrayList<>(journals.values());
    all.sort(
        Comparator.comparing((Journal journal) -> journal.at)
            .thenComparing(journal -> journal.id)
            .thenComparing(journal -> journal.posting));
    return all;
  }

  /** Journals that book, settle or reverse, oldest first. */
  List<Journal> journals(String posting) {
    return journals().stream().filter(journal -> journal.posting.equals(posting)).toList();
  }

  /** Debits of the journals that book, settle or reverse. */
  long postedMinor(String posting) {
    long minor = 0;
    for (Journal journal : journals(posting)) {
      minor = Math.addExact(minor, journal.debit);
    }
    return minor;
  }
}
