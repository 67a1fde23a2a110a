package io.growthline.pipelines.generate;

import java.util.Map;

/**
 * What was generated.
 *
 * @param customers customers
 * @param rows valid rows by raw table
 * @param faults injected faults by kind
 */
public record GenerateReport(long customers, Map<String, Long> rows, Map<String, Long> faults) {}
