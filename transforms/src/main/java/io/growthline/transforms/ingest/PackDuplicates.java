package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.ingest.RejectedRecordException;
import io.growthline.domain.ingest.RowParser;
import io.growthline.domain.monitoring.DuplicateDelivery;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Packs the deliveries that earlier runs have dropped, each as often as it came. */
public final class PackDuplicates extends PackPublished<DuplicateDelivery> {
  private transient Map<String, RowParser<?>> parsers;

  public PackDuplicates(int buckets) {
    super(RowBlock.Origin.DUPLICATE, buckets);
  }

  @Setup
  public void setup() {
    parsers = new HashMap<>();
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      parsers.put(table.name(), new RowParser<>(table));
    }
  }

  @Override
  void unpack(DuplicateDelivery duplicate, BiConsumer<Integer, Record> consumer) {
    RowParser<?> parser = parsers.get(duplicate.tableName());
    try {
      Record row = parser.parseJson(duplicate.payload().getBytes(StandardCharsets.UTF_8));
      for (long i = 0; i < duplicate.copies(); i++) {
        consumer.accept(Contracts.RAW.indexOf(parser.spec()), row);
      }
    } catch (RejectedRecordException e) {
      throw new IllegalStateException(
          "monitoring.duplicate_deliveries holds a row that "
              + parser.spec()
              + " no longer takes (duplicate_id "
              + duplicate.duplicateId()
              + "): ingest with --rebuild",
          e);
    }
  }

  @Override
  String source(DuplicateDelivery duplicate) {
    return duplicate.source();
  }
}
