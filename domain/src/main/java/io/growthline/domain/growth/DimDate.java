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
    @Column("Year to which ISO 8601 counts the week: that of its Thursday.") long isoYear,
    @Column(value = "Week of the ISO year.", min = 1, max = 53) long isoWeek,
    @Column(value = "ISO day of the week, Monday is 1.", min = 1, max = 7) long dayOfWeek,
    @Column("Saturday or Sunday.") boolean isWeekend,
    @Column("Financial year from April to March, named by the year in which it ends.")
        long fiscalYear,
    @Column(value = "Quarter of the financial year; the first begins in April.", min = 1, max = 4)
        long fiscalQuarter,
    @Column(
            value =
                "Whether banks in England and Wales are closed by law; absent before 1978, when today's rules began.",
            nullable = true)
        Boolean isBankHoliday,
    @Column(value = "Name of the bank holiday.", nullable = true) String bankHoliday,
    @Column(value = "Monday to Friday without bank holidays; absent before 1978.", nullable = true)
        Boolean isWorkingDay) {}
