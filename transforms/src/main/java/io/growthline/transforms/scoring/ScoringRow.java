package io.growthline.transforms.scoring;

import java.io.Serializable;

/**
 * A customer to be scored.
 *
 * @param customerId the customer
 * @param vulnerableCustomer whether the customer needs protection; carried, never an input
 * @param features inputs in the order of the model; NaN is missing
 */
public record ScoringRow(String customerId, boolean vulnerableCustomer, double[] features)
    implements Serializable {}
