package io.growthline.domain.scoring;

import java.util.List;

/**
 * A frozen distribution of one feature, or of the score.
 *
 * @param feature name, or {@code score}
 * @param edges upper ends of all bins but the last, ascending; bin i holds values up to and
 *     including edge i
 * @param shares of the rows, one for each bin and last the share of missing values
 * @param rows rows counted
 */
public record Distribution(String feature, List<Double> edges, List<Double> shares, long rows) {}
