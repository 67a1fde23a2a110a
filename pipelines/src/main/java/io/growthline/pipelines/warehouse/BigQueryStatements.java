package io.growthline.pipelines.warehouse;

import com.google.api.services.bigquery.model.TableReference;
import io.growthline.domain.contract.TableSpec;
import java.time.LocalDate;
import java.util.Set;

/** What a publication does by statements, because copy jobs cannot. */
interface BigQueryStatements {
  /** Days of the partition column for which a table has rows. */
  Set<LocalDate> withRows(TableReference table, TableSpec<?> contract);

  /** Removes the rows of some days in one step. */
  void delete(TableReference table, TableSpec<?> contract, Set<LocalDate> days);

  /**
   * Puts back the settings of a table, all but its policy tags, which no statement sets.
   *
   * @param found what a copy has made of them
   */
  void restore(TableReference table, TableSettings settings, TableSettings found);
}
