package io.growthline.domain.finance;

import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.finance.Reward.Journal;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares what referrals say about rewards with what the ledger says. */
public final class RewardAudit implements TotalMart<Counts<RewardEvent>, ReferralException> {
  private static final Duration POSTING_LIMIT = Duration.ofDays(1);
  private static final Duration PENDING_LIMIT = Duration.ofDays(14);

  @Override
  public Class<ReferralException> table() {
    return ReferralException.class;
  }

  @Override
  public Counts<RewardEvent> empty() {
    return RewardEvent.none();
  }

  @Override
  public void count(CustomerAsOf customer, Counts<RewardEvent> into) {
    RewardEvent.count(customer, into);
  }

  @Override
  public void count(
      RawEvent withoutCustomer, ReportingCurrency currency, Counts<RewardEvent> into) {
    RewardEvent.count(withoutCustomer, into);
  }

  @Override
  public List<ReferralException> rows(Counts<RewardEvent> all, LocalDate asOf) {
    boolean ledger = all.keys().stream().anyMatch(event -> event.journalId() != null);
    Instant now = asOf.atStartOfDay(ZoneOffset.UTC).toInstant();
    List<ReferralException> exceptions = new ArrayList<>();
    for (Reward reward : Reward.all(all)) {
      new Audit(reward, now, exceptions).run(ledger);
    }
    return exceptions;
  }

  @Override
  public String emptyBecause() {
    return "no reward is wrong, or no raw.referrals and raw.reward_postings";
  }

  /** The audit of one reward. */
  private record Audit(Reward reward, Instant now, List<ReferralException> exceptions) {
    void run(boolean ledger) {
      boolean settledOnly =
          reward.journals("booked").isEmpty() && !reward.journals("settled").isEmpty();
      if (settledOnly) {
        Journal journal = reward.journals("settled").get(0);
        add(
            "settlement_without_booking",
            journal,
            journal.debit,
            Amounts.text(journal.debit) + " is settled and was never booked");
      }
      if (ledger) {
        missing(settledOnly);
      }
      duplicates("booked");
      duplicates("settled");
      amounts();
      reversals();
      pending();
    }

    private void missing(boolean settledOnly) {
      List<String> missing = new ArrayList<>();
      Instant since = null;
      for (String stage : List.of("booked", "settled", "reversed")) {
        Instant at = reward.stage(stage);
        boolean due = at != null && !at.plus(POSTING_LIMIT).isAfter(now);
        if (due && reward.journals(stage).isEmpty() && !(settledOnly && stage.equals("booked"))) {
          missing.add(stage);
          since = since == null || at.isBefore(since) ? at : since;
        }
      }
      if (since != null) {
        add(
            "missing_posting",
            since.plus(POSTING_LIMIT),
            reward.entitledMinor(),
            "The ledger does not know the reward as " + String.join(" and ", missing));
      }
    }

    private void duplicates(String posting) {
      Set<Long> amounts = new HashSet<>();
      for (Journal journal : reward.journals(posting)) {
        if (!amounts.add(journal.debit)) {
          add(
              "duplicate_posting",
              journal,
              journal.debit,
              Amounts.text(journal.debit) + " is " + posting + " again");
        }
      }
    }

    private void amounts() {
      for (Journal journal : reward.journals()) {
        if (journal.debit != journal.credit) {
          add(
              "unbalanced_journal",
              journal,
              Math.abs(Math.subtractExact(journal.debit, journal.credit)),
              "Debits are "
                  + Amounts.text(journal.debit)
                  + ", credits "
                  + Amounts.text(journal.credit));
        } else if (journal.posting.equals("booked")
            && reward.entitledMinor() != null
            && journal.debit != reward.entitledMinor().longValue()) {
          add(
              "amount_mismatch",
              journal,
              Math.abs(Math.subtractExact(journal.debit, reward.entitledMinor())),
              Amounts.text(journal.debit)
                  + " is booked; the referral entitles to "
                  + Amounts.text(reward.entitledMinor()));
        }
      }
    }

    private void reversals() {
      long booked = reward.postedMinor("booked");
      long reversed = reward.postedMinor("reversed");
      if (reversed > booked) {
        List<Journal> journals = reward.journals("reversed");
        add(
            "reversal_beyond_booked",
            journals.get(journals.size() - 1),
            reversed - booked,
            Amounts.text(reversed) + " is reversed of " + Amounts.text(booked) + " booked");
      }
    }

    private void pending() {
      Instant booked = reward.stage("booked");
      if (!reward.journals("booked").isEmpty()) {
        Instant posted = reward.journals("booked").get(0).at;
        booked = booked == null || posted.isBefore(booked) ? posted : booked;
      }
      if (booked == null || !booked.plus(PENDING_LIMIT).isBefore(now)) {
        return;
      }
      for (String end : List.of("settled", "reversed")) {
        if (reward.stage(end) != null || !reward.journals(end).isEmpty()) {
          return;
        }
      }
      add(
          "pending_beyond_limit",
          booked.plus(PENDING_LIMIT),
          reward.entitledMinor(),
          "Booked at " + booked + " and neither settled nor reversed");
    }

    private void add(String kind, Journal journal, long minor, String explanation) {
      String id = kind + " " + reward.id + " " + journal.id + " " + journal.posting;
      add(id, kind, journal.id, journal.at, minor, explanation);
    }

    private void add(String kind, Instant at, Long minor, String explanation) {
      add(kind + " " + reward.id, kind, null, at, minor, explanation);
    }

    private void add(
        String id, String kind, String journalId, Instant at, Long minor, String explanation) {
      exceptions.add(
          new ReferralException(
              id,
              kind,
              reward.id,
              journalId,
              reward.customerId(),
              LocalDate.ofInstant(at, ZoneOffset.UTC),
              minor,
              explanation));
    }
  }
}
