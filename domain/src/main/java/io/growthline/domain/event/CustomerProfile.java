package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.Instant;
import java.time.LocalDate;

/** What the bank knows about a customer, one row for each change. */
@Table(
    dataset = "raw",
    name = "customer_profiles",
    grain = "one version of a customer profile",
    description = "What the bank knows about a customer, one row for each change.",
    key = {"event_id", "customer_id"},
    partition = "occurred_at",
    freshDays = 7,
    cluster = {"customer_id"},
    version = 2)
public record CustomerProfile(
    String eventId,
    String idempotencyKey,
    String customerId,
    Instant occurredAt,
    Instant ingestedAt,
    long schemaVersion,
    String source,
    @Column(value = "Name of the customer.", nullable = true, pii = true) String fullName,
    @Column(value = "E-mail address.", nullable = true, pii = true) String email,
    @Column(value = "Year of birth.", nullable = true, min = 1900, max = 2100) Long birthYear,
    @Column(value = "Region of residence.", nullable = true) String region,
    @Column(value = "City of residence.", nullable = true) String city,
    @Column(
            value = "Income band.",
            nullable = true,
            allowed = {"student", "low", "middle", "high", "affluent"})
        String incomeSegment,
    @Column(value = "Employment status.", nullable = true) String employmentStatus,
    @Column(value = "Channel through which the customer came.", nullable = true)
        String signupChannel,
    @Column(value = "Operating system of the main device.", nullable = true) String deviceOs,
    @Column(value = "Kind of card held.", nullable = true) String cardType,
    @Column(value = "Credit limit.", nullable = true, unit = "minor", min = 0)
        Long creditLimitMinor,
    @Column(
            value = "Day the account was opened.",
            notBefore = Column.FIRST_DAY,
            notAfter = Column.LAST_DAY)
        LocalDate accountOpenedOn,
    @Column("Whether push messages are allowed.") boolean pushOptIn,
    @Column("Whether the customer needs protection; never targeted by price or incentive.")
        boolean vulnerableCustomer,
    @Column("Whether the account is for a business.") boolean businessAccount,
    @Column(
            value =
                "How sure the customer feels about banking in an app, from 0 for not at all to 1; absent where not asked. Since version 2.",
            nullable = true,
            unit = "share",
            min = 0,
            max = 1)
        Double digitalConfidence,
    @Column(
            value =
                "Whether the customer needs the app or support to be accessible; absent where not asked. Since version 2.",
            nullable = true)
        Boolean accessibilityNeed,
    @Column(
            value =
                "Whether the customer has come to the country within two years; absent where not asked. Since version 2.",
            nullable = true)
        Boolean newToCountry)
    implements RawEvent {}
