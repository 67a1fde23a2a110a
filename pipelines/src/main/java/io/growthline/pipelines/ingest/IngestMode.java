package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.transforms.ingest.DeduplicateRows;
import io.growthline.transforms.ingest.MergeDeadLetters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/** What a run of ingest reads, which part of the tables it replaces, and what is known after it. */
interface IngestMode {
  /** Rows, dead letters, accounts and files under the tags of {@link ReadLanding}. */
  PCollectionTuple read(Pipeline pipeline);

  /** How duplicates are found, and the rows of which days are given. */
  DeduplicateRows deduplicate();

  /** Stages blocks with rows of a raw table. */
  <T extends Record> void stage(
      WarehouseWriter writer, PCollection<byte[]> blocks, TableSpec<T> table);

  /** What becomes of published dead letters. */
  MergeDeadLetters merge(PCollection<DeadLetter> published);

  /**
   * The days to replace.
   *
   * @param given days of which rows were given, by {@code dataset.table}
   */
  Map<String, Set<LocalDate>> days(Map<String, Set<LocalDate>> given);

  /**
   * Groups of customers whose raw rows may be others now.
   *
   * @param given groups of the rows that were given
   */
  Set<Integer> groups(Set<Integer> given);

  /** The ledger after these files have been read. */
  List<LandedFile> ledger(List<LandedFile> read);

  /** The accounts of all that is in the tables, after this run has taken in what it read. */
  List<SourceAccount> accounts(List<SourceAccount> intake);

  /** What a person should know of how the run went about it. */
  List<String> notes();
}
