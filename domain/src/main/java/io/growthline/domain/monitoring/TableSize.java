package io.growthline.domain.monitoring;

import java.time.LocalDate;

/**
 * Rows that a table had in an earlier run.
 *
 * @param asOf as-of day of the run
 * @param rows rows of the table
 */
public record TableSize(LocalDate asOf, long rows) {}
