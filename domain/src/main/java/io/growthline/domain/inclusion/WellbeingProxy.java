package io.growthline.domain.inclusion;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** How many customers show a sign that life or money may have become harder. */
@Table(
    dataset = "marts",
    name = "wellbeing_proxies",
    grain = "one month and sign",
    description =
        "How many customers show a sign that life or money may have become harder, and what the sign may be used for. It counts customers and names none.",
    key = {"month", "proxy"},
    partition = "month")
public record WellbeingProxy(
    @Column("First day of the month, which has ended, UTC.") LocalDate month,
    @Column(value = "The sign.", allowedBy = WellbeingRules.Names.class) String proxy,
    @Column("What it means.") String description,
    @Column(
            value =
                "Customers whose account was opened before the month and of whom the sign could be seen.",
            min = 0)
        long customers,
    @Column(
            value = "Those of them with the sign; absent where there are too few customers.",
            nullable = true,
            min = 0)
        Long withProxy,
    @Column(value = "Their share.", nullable = true, unit = "share", min = 0, max = 1) Double share,
    @Column(
            value = "Lower end of the 90 % interval (Wilson 1927).",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double lower,
    @Column(
            value = "Upper end of the 90 % interval.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double upper,
    @Column("What it may be used for, all to support customers.") String permittedUses,
    @Column("What it must not be used for.") String prohibitedUses) {}
