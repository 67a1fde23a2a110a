package io.growthline.pipelines.monitor;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.DataQualityResult;
import java.time.LocalDate;
import java.util.List;

/**
 * What scanning one table found.
 *
 * @param results results of its checks, in order
 * @param newest day of its newest row before the as-of day; null when its contract promises none,
 *     or there is no such row
 */
record TableQuality(TableSpec<?> table, List<DataQualityResult> results, LocalDate newest) {}
