package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** What a unit of one currency is worth in another; names no customer. */
@Table(
    dataset = "raw",
    name = "exchange_rates",
    grain = "one rate of a currency",
    description = "What a unit of one currency is worth in another; names no customer.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    freshDays = 7,
    cluster = {"customer_id"})
public record ExchangeRate(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column("Currency whose unit has the rate, ISO 4217 code.") String currency,
    @Column("Currency that the rate is in, ISO 4217 code.") String reportingCurrency,
    @Column(
            value = "Day of the rate; it holds until the next, for 31 days at most.",
            notBefore = Column.FIRST_DAY,
            notAfter = Column.LAST_DAY)
        LocalDate rateOn,
    @Column(
            value =
                "Units of the reporting currency for one of the currency: 0.0053 GBP for 1 JPY.",
            min = 1e-9,
            max = 1e9)
        double rate)
    implements RawEvent {}
