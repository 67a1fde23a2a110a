package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.transforms.ingest.DeduplicateRows;
import io.growthline.transforms.ingest.MergeDeadLetters;
import io.growthline.transforms.ingest.RawBlocks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/** Reads every landing file and replaces all raw tables. */
record Rebuild(ReadLanding.Settings settings, List<LandingFile> files, List<String> notes)
    implements IngestMode {
  @Override
  public PCollectionTuple read(Pipeline pipeline) {
    return pipeline.apply("Read landing", new ReadLanding(settings, files));
  }

  @Override
  public DeduplicateRows deduplicate() {
    return DeduplicateRows.all();
  }

  @Override
  public <T extends Record> void stage(
      WarehouseWriter writer, PCollection<byte[]> blocks, TableSpec<T> table) {
    writer.stage(blocks, RawBlocks.rows(table.type()), table);
  }

  @Override
  public MergeDeadLetters merge(PCollection<DeadLetter> published) {
    return MergeDeadLetters.replacing(published);
  }

  @Override
  public Map<String, Set<LocalDate>> days(Map<String, Set<LocalDate>> given) {
    return given;
  }

  @Override
  public Set<Integer> groups(Set<Integer> given) {
    return CustomerGroups.all();
  }

  @Override
  public List<LandedFile> ledger(List<LandedFile> read) {
    return read;
  }

  @Override
  public List<SourceAccount> accounts(List<SourceAccount> intake) {
    return intake;
  }
}
