package io.growthline.domain.decision;

import io.growthline.domain.pricing.Estimate;

/**
 * What is left to choose from for a customer, before limits that customers share.
 *
 * @param segment of the policy; {@code unknown} where the column is absent
 * @param p chance of leaving
 * @param lost what is lost when the customer leaves; null when it is not known
 * @param eligible bits of the actions that fit and are worth more than they cost; 0 with a reason
 * @param considered bits of the actions before the reason; without one, those that the customer
 *     could have whatever they are worth
 * @param reason why nothing is left; null when something is
 * @param detail the rule behind the reason; null for none
 */
public record Considered(
    String customerId,
    String segment,
    String valueBand,
    Arm arm,
    Estimate p,
    Estimate lost,
    long eligible,
    long considered,
    RejectionReason reason,
    String detail) {}
