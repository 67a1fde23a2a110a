package io.growthline.pipelines.warehouse;

import com.google.api.services.bigquery.model.TableReference;
import io.growthline.domain.contract.TableSpec;
import java.time.LocalDate;
import java.util.Set;

/** What copy jobs cannot do with days of partitioned tables. */
interface BigQueryDays {
  /** Days of the partition column for which a table has rows. */
  Set<LocalDate> withRows(TableReference table, TableSpec<?> contract);

  /** Removes the rows of some days in one step. */
  void delete(TableReference table, TableSpec<?> contract, Set<LocalDate> days);
}
