package io.growthline.domain.finance;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import java.time.LocalDate;

/** Money of plans that a customer should have paid and did not, or that had to be given back. */
@Table(
    dataset = "marts",
    name = "revenue_leakage",
    grain = "one kind of finding of one invoice or unbilled period",
    description =
        "Money of plans that a customer should have paid and did not, or that had to be given back."
            + " Of an invoice 14 days past its due day whose payments do not cover it, what is"
            + " missing: unpaid_active_subscription while its subscription runs,"
            + " failed_never_recovered when the subscription has ended and an attempt failed (not"
            + " judged where no payment of the customer is known). refund: what was given back of"
            + " an invoice, beyond what had been charged too much. duplicate_charge: two or more"
            + " payments of an invoice succeeded and exceed it; what was not given back yet."
            + " under_billed_plan_change: an invoice asks for a lower price that the subscription"
            + " had before a change. discount_past_end: an invoice still deducts a discount whose"
            + " last day was before its period. usage_without_billing: of a running subscription a"
            + " month has no invoice 14 days after it began, and the customer used the bank in it"
            + " (not judged where no invoice of the customer is known); between invoices it takes"
            + " a gap of more than half a month. Prices in question are the lower of those in force"
            + " when the invoice was issued and at the end of the first day of its period.",
    key = {"customer_id", "finding_id"},
    cluster = {"customer_id"})
public record LeakageFinding(
    @Column("The customer.") String customerId,
    @Column("Kind and invoice, or kind, subscription and first day of the period.")
        String findingId,
    @Column(
            value = "What went wrong.",
            allowed = {
              "failed_never_recovered",
              "refund",
              "unpaid_active_subscription",
              "usage_without_billing",
              "under_billed_plan_change",
              "discount_past_end",
              "duplicate_charge"
            })
        String kind,
    @Column(value = "Subscription concerned.", nullable = true) String subscriptionId,
    @Column(value = "Invoice concerned.", nullable = true) String invoiceId,
    @Column(value = "Last payment that shows it.", nullable = true) String paymentId,
    @Column(
            "Day of the payment or invoice that is wrong; of money that is missing the day on which"
                + " its 14 days had passed.")
        LocalDate foundOn,
    @Column(value = "Money concerned.", unit = "minor", min = 1) long amountMinor,
    @Column("What the finding rests on, as one sentence; amounts have two decimals.")
        String explanation) {}
