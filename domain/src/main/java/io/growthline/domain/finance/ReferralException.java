package io.growthline.domain.finance;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Where referrals and the ledger of rewards do not agree. */
@Table(
    dataset = "marts",
    name = "referral_exceptions",
    grain = "one exception of a reward",
    description =
        "Where referrals and the ledger of rewards do not agree. missing_posting: referrals say"
            + " since a day or longer that the reward was booked, settled or reversed, and no"
            + " journal does so (not judged without raw.reward_postings). duplicate_posting: a"
            + " second journal books or settles the reward at the same amount. amount_mismatch: a"
            + " journal that balances books another amount than the qualified referral entitles"
            + " to. settlement_without_booking: a journal settles the reward and none books it."
            + " reversal_beyond_booked: journals reverse more than was booked."
            + " unbalanced_journal: debits and credits of a journal differ. pending_beyond_limit:"
            + " booked more than 14 days ago, neither settled nor reversed.",
    key = {"exception_id"})
public record ReferralException(
    @Column("Kind, reward and, where one is concerned, journal and what it does.")
        String exceptionId,
    @Column(
            value = "What does not agree.",
            allowed = {
              "missing_posting",
              "duplicate_posting",
              "amount_mismatch",
              "settlement_without_booking",
              "reversal_beyond_booked",
              "unbalanced_journal",
              "pending_beyond_limit"
            })
        String kind,
    @Column("The reward, or the referral of one that has no name yet.") String rewardId,
    @Column(value = "Journal concerned.", nullable = true) String journalId,
    @Column(value = "The customer who is rewarded, where known.", nullable = true)
        String customerId,
    @Column("Day on which it began to be so.") LocalDate foundOn,
    @Column(
            value =
                "The reward, or the difference of what should be equal; absent where neither is"
                    + " known.",
            nullable = true,
            unit = "minor",
            min = 0)
        Long amountMinor,
    @Column("What the exception rests on, as one sentence; amounts have two decimals.")
        String explanation) {}
