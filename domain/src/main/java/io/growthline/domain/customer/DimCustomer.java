package io.growthline.domain.customer;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** Customer attributes over time, SCD type 2. */
@Table(
    dataset = "marts",
    name = "dim_customer",
    grain = "one version of a customer",
    description = "Customer attributes over time, SCD type 2.",
    key = {"customer_id", "valid_from"},
    cluster = {"customer_id"})
public record DimCustomer(
    @Column("The customer.") String customerId,
    @Column("Start of validity, inclusive, UTC.") Instant validFrom,
    @Column(
            value = "End of validity, exclusive, UTC; absent for the current version.",
            nullable = true)
        Instant validTo,
    @Column("Whether this is the newest version.") boolean isCurrent,
    @Column(value = "Name of the customer.", nullable = true, pii = true) String fullName,
    @Column(value = "E-mail address.", nullable = true, pii = true) String email,
    @Column(value = "Year of birth.", nullable = true) Long birthYear,
    @Column(value = "Region of residence.", nullable = true) String region,
    @Column(value = "City of residence.", nullable = true) String city,
    @Column(value = "Income band.", nullable = true) String incomeSegment,
    @Column(value = "Employment status.", nullable = true) String employmentStatus,
    @Column(value = "Channel through which the customer came.", nullable = true)
        String signupChannel,
    @Column(value = "Operating system of the main device.", nullable = true) String deviceOs,
    @Column(value = "Kind of card held.", nullable = true) String cardType,
    @Column(value = "Credit limit.", nullable = true, unit = "minor") Long creditLimitMinor,
    @Column("Day the account was opened.") LocalDate accountOpenedOn,
    @Column("Whether push messages are allowed.") boolean pushOptIn,
    @Column("Whether the customer needs protection.") boolean vulnerableCustomer,
    @Column("Whether the account is for a business.") boolean businessAccount,
    @Column(
            value =
                "How sure the customer feels about banking in an app, from 0 for not at all to 1; absent where not asked.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double digitalConfidence,
    @Column(
            value =
                "Whether the customer needs the app or support to be accessible; absent where not asked.",
            nullable = true)
        Boolean accessibilityNeed,
    @Column(
            value =
                "Whether the customer had come to the country within two years; absent where not asked.",
            nullable = true)
        Boolean newToCountry) {}
