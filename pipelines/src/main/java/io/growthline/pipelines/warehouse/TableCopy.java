package io.growthline.pipelines.warehouse;

import com.google.api.services.bigquery.model.JobConfigurationTableCopy;
import io.growthline.domain.contract.TableSpec;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One step of a publication: a table, or a day of it, is replaced by what is staged.
 *
 * @param day empty for the whole table
 * @param location of its dataset; null to let BigQuery find it
 * @param configuration of the copy job
 */
record TableCopy(
    TableSpec<?> table,
    Optional<LocalDate> day,
    String location,
    JobConfigurationTableCopy configuration) {}
