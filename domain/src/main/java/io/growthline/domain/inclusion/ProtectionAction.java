package io.growthline.domain.inclusion;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** How often each intervention before transfers would come. */
@Table(
    dataset = "marts",
    name = "protection_actions",
    grain = "one month and intervention",
    description =
        "How often each intervention before transfers would come. All support the customer, none blocks a transfer.",
    key = {"month", "action"},
    partition = "month")
public record ProtectionAction(
    @Column(
            "First day of the month of the checks, UTC; the month of the as-of day is there so far.")
        LocalDate month,
    @Column(value = "The intervention.", allowedBy = Intervention.Names.class) String action,
    @Column(value = "Transfers that get it.", min = 0) long transfers,
    @Column(value = "Those of customers who needed protection then.", min = 0)
        long vulnerableTransfers,
    @Column(value = "Customers with a checked transfer in the month.", min = 0)
        long customersChecked,
    @Column(
            value =
                "Those of them for whom this is the most that is done; absent where there are too few.",
            nullable = true,
            min = 0)
        Long customers,
    @Column(value = "Their share.", nullable = true, unit = "share", min = 0, max = 1) Double share,
    @Column(
            value =
                "Lower end of the 90 % interval (Wilson 1927), by customer, as transfers of one customer are alike.",
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
        Double upper) {}
