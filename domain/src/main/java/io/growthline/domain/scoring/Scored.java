package io.growthline.domain.scoring;

import java.util.List;

/**
 * What a model says of one customer, for helpful prioritisation only.
 *
 * @param probability calibrated, 0 to 1
 * @param band {@code low}, {@code medium} or {@code high}; see {@link Band}
 * @param reasons the strongest first, at most three
 */
public record Scored(double probability, String band, List<Reason> reasons) {}
