package io.growthline.domain.customer;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;

/** The currencies of transactions, and which of them figures are in. */
@Table(
    dataset = "marts",
    name = "dim_currency",
    grain = "one currency",
    description =
        "The currencies of transactions, and the one that amounts of all other tables are in: the"
            + " reporting currency, which has a row whether or not a transaction is in it.",
    key = {"currency"})
public record DimCurrency(
    @Column("ISO 4217 code, as transactions name it.") String currency,
    @Column("Whether amounts in minor units are in this currency.") boolean isReporting,
    @Column(value = "Minor digits of a major unit: 2 for EUR, 0 for JPY.", min = 0)
        long minorDigits,
    @Column(value = "Transactions in this currency, whatever became of them.", min = 0)
        long transactions) {}
