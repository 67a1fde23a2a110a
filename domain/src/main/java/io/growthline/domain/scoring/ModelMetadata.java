package io.growthline.domain.scoring;

import java.time.LocalDate;
import java.util.List;

/**
 * What must be known of a trained model besides its trees.
 *
 * @param name as in {@link Models}
 * @param version {@code <as-of day>-<first 8 hexadecimal digits of the SHA-256 of the trees>}
 * @param asOf everything known before this day was used
 * @param features inputs in order
 * @param baseRate share of the outcome among the training rows
 * @param scaling from margin to probability
 * @param trainRows rows that grew the trees
 * @param trainUntil last day of those rows
 * @param validationRows rows that fitted the scaling
 * @param holdoutFrom first day of the hold-out
 * @param gapDays days left out before validation and hold-out, so that labels were known by then
 * @param metrics quality on the hold-out
 */
public record ModelMetadata(
    String name,
    String version,
    LocalDate asOf,
    List<String> features,
    double baseRate,
    PlattScaling scaling,
    long trainRows,
    LocalDate trainUntil,
    long validationRows,
    LocalDate holdoutFrom,
    int gapDays,
    ModelMetrics metrics) {}
