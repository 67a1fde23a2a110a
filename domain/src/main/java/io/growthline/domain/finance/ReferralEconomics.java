package io.growthline.domain.finance;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** What rewards of referrals cost, and whether the ledger balances. */
@Table(
    dataset = "marts",
    name = "referral_economics",
    grain = "one month of qualification",
    description =
        "What rewards of referrals cost, by the month in which the referral qualified; one that"
            + " is not known to have qualified counts in the month in which it was first heard of."
            + " Entitled is what referrals say; all other amounts are debits of the ledger, absent"
            + " without raw.reward_postings. The newest month is not complete.",
    key = {"month"})
public record ReferralEconomics(
    @Column("First day of the month.") LocalDate month,
    @Column(value = "Rewards of qualified referrals.", min = 0) long entitledRewards,
    @Column(value = "Rewards that are not known to be of a qualified referral.", min = 0)
        long unqualifiedRewards,
    @Column(value = "What qualified referrals entitle to.", unit = "minor", min = 0)
        long entitledMinor,
    @Column(value = "Rewards booked.", nullable = true, min = 0) Long bookedRewards,
    @Column(value = "Booked for them.", nullable = true, unit = "minor", min = 0) Long bookedMinor,
    @Column(value = "Rewards settled.", nullable = true, min = 0) Long settledRewards,
    @Column(value = "Settled for them.", nullable = true, unit = "minor", min = 0)
        Long settledMinor,
    @Column(value = "Rewards reversed.", nullable = true, min = 0) Long reversedRewards,
    @Column(value = "Reversed for them.", nullable = true, unit = "minor", min = 0)
        Long reversedMinor,
    @Column(
            value = "Rewards of which more is booked than settled and reversed.",
            nullable = true,
            min = 0)
        Long outstandingRewards,
    @Column(
            value =
                "Booked less settled and reversed; below 0 where the ledger is wrong, see"
                    + " marts.referral_exceptions.",
            nullable = true,
            unit = "minor")
        Long outstandingMinor,
    @Column(value = "Debits of all journals.", nullable = true, unit = "minor", min = 0)
        Long debitMinor,
    @Column(value = "Credits of all journals.", nullable = true, unit = "minor", min = 0)
        Long creditMinor,
    @Column(
            value = "Debits less credits; 0 when the ledger is right.",
            nullable = true,
            unit = "minor")
        Long differenceMinor,
    @Column(
            value = "Journals whose debits and credits differ, even where these cancel out.",
            nullable = true,
            min = 0)
        Long unbalancedJournals) {}
