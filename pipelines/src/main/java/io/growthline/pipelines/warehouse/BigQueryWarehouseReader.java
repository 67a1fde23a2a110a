package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.block.BlockCoder;
import io.growthline.transforms.block.RowPacking;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Reads tables of one project through export jobs, which are free and see one state of the table.
 * Terraform creates every table, so one that was never published is there and empty.
 */
final class BigQueryWarehouseReader implements WarehouseReader {
  private final String project;
  private final BigQueryServices services;

  BigQueryWarehouseReader(String project, BigQueryServices services) {
    this.project = project;
    this.services = services;
  }

  @Override
  public <T extends Record> PCollection<T> read(Pipeline pipeline, TableSpec<T> table) {
    Class<T> type = table.type();
    return pipeline.apply(
        "Read " + table.id(),
        BigQueryIO.read(r -> AvroRows.of(type).fromAvro(r.getRecord()))
            .from(BigQueryTables.published(project, table))
            .withMethod(BigQueryIO.TypedRead.Method.EXPORT)
            .withCoder(RecordCoder.of(type))
            .withTestServices(services)
            .withoutValidation());
  }

  @Override
  public <K> PCollection<KV<K, byte[]>> readPacked(
      Pipeline pipeline, List<? extends TableSpec<?>> tables, RowPacking<K> packing) {
    PCollectionList<KV<K, byte[]>> packed = PCollectionList.empty(pipeline);
    for (TableSpec<?> table : tables) {
      packed = packed.and(pack(pipeline, table, packing));
    }
    return packed.apply("Blocks of " + StepNames.of(tables), Flatten.pCollections());
  }

  private <T extends Record, K> PCollection<KV<K, byte[]>> pack(
      Pipeline pipeline, TableSpec<T> table, RowPacking<K> packing) {
    return read(pipeline, table)
        .apply("Pack " + table.id(), ParDo.of(new PackElements<>(table, packing)))
        .setCoder(KvCoder.of(packing.keyCoder(), BlockCoder.of()));
  }
}
