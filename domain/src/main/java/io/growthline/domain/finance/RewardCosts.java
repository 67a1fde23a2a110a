package io.growthline.domain.finance;

import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up rewards by the month in which their referral qualified. */
public final class RewardCosts implements TotalMart<Counts<RewardEvent>, ReferralEconomics> {
  @Override
  public Class<ReferralEconomics> table() {
    return ReferralEconomics.class;
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
  public List<ReferralEconomics> rows(Counts<RewardEvent> all, LocalDate asOf) {
    boolean ledger = all.keys().stream().anyMatch(event -> event.journalId() != null);
    Map<LocalDate, Sums> months = new TreeMap<>();
    for (Reward reward : Reward.all(all)) {
      months.computeIfAbsent(reward.month(), month -> new Sums()).add(reward);
    }
    List<ReferralEconomics> rows = new ArrayList<>();
    months.forEach((month, sums) -> rows.add(sums.row(month, ledger)));
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no raw.referrals that qualified and no raw.reward_postings";
  }

  /** One month. */
  private static final class Sums {
    private static final List<String> POSTINGS = List.of("booked", "settled", "reversed");
    private long qualified;
    private long unqualified;
    private long entitled;
    private final long[] rewards = new long[3];
    private final long[] minor = new long[3];
    private long outstanding;
    private long debit;
    private long credit;
    private long unbalanced;

    void add(Reward reward) {
      if (reward.stage("qualified") == null) {
        unqualified++;
      } else {
        qualified++;
        Long due = reward.entitledMinor();
        entitled = Math.addExact(entitled, due == null ? 0 : due);
      }
      long[] posted = new long[3];
      for (int i = 0; i < posted.length; i++) {
        posted[i] = reward.postedMinor(POSTINGS.get(i));
        rewards[i] += reward.journals(POSTINGS.get(i)).isEmpty() ? 0 : 1;
        minor[i] = Math.addExact(minor[i], posted[i]);
      }
      outstanding += posted[0] > Math.addExact(posted[1], posted[2]) ? 1 : 0;
      for (Reward.Journal journal : reward.journals()) {
        debit = Math.addExact(debit, journal.debit);
        credit = Math.addExact(credit, journal.credit);
        unbalanced += journal.debit == journal.credit ? 0 : 1;
      }
    }

    ReferralEconomics row(LocalDate month, boolean ledger) {
      if (!ledger) {
        return new ReferralEconomics(
            month,
            qualified,
            unqualified,
            entitled,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
      }
      return new ReferralEconomics(
          month,
          qualified,
          unqualified,
          entitled,
          rewards[0],
          minor[0],
          rewards[1],
          minor[1],
          rewards[2],
          minor[2],
          outstanding,
          Math.subtractExact(minor[0], Math.addExact(minor[1], minor[2])),
          debit,
          credit,
          Math.subtractExact(debit, credit),
          unbalanced);
    }
  }
}
