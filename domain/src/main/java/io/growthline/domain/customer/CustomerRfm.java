package io.growthline.domain.customer;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Recency, frequency and monetary value of customers, scored by fifths of all customers. */
@Table(
    dataset = "marts",
    name = "customer_rfm",
    grain = "one customer with a purchase, all of whose amounts have a rate",
    description =
        "Recency, frequency and monetary value of customers, scored by fifths of all customers.",
    key = {"customer_id"},
    cluster = {"customer_id"})
public record CustomerRfm(
    @Column("The customer.") String customerId,
    @Column("Everything known before this day, UTC, is reflected.") LocalDate asOf,
    @Column(value = "Days since the last purchase.", unit = "days", min = 0) long recencyDays,
    @Column(value = "Purchases in all.", min = 1) long frequency,
    @Column(value = "Purchases in all less refunds.", unit = "minor") long monetaryMinor,
    @Column(value = "Fifth by recency; 5 is the most recent.", min = 1, max = 5) long recencyScore,
    @Column(value = "Fifth by frequency; 5 is the most frequent.", min = 1, max = 5)
        long frequencyScore,
    @Column(value = "Fifth by spending; 5 is the highest.", min = 1, max = 5) long monetaryScore,
    @Column("The three scores in this order, from 111 to 555.") String cell) {}
