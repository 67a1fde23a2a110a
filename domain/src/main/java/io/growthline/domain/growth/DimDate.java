package io.growthline.domain.growth;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Calendar days covered by the data. */
@Table(
    dataset = "marts",
    name = "dim_date",
    grain = "one day",
    description = "Calendar days covered by the data.",
    key = {"date"})
public record DimDate(
    @Column("The day.") LocalDate date,
    @Column("Year.") long year,
    @Column(value = "Quarter of the year.", min = 1, max = 4) long quarter,
    @Column(value = "Month of the year.", min = 1, max = 12) long month,
    @Column("First day of the month.") LocalDate monthStart,
    @Column("Monday of the ISO week.") LocalDate isoWeekStart,
    @Column(value = "ISO day of the week, Monday is 1.", min = 1, max = 7) long dayOfWeek,
    @Column("Saturday or Sunday.") boolean isWeekend) {}
