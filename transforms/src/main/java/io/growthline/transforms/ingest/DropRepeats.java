package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.StreamedDuplicate;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.TableTags;
import io.growthline.transforms.block.RawRow;
import io.growthline.transforms.block.RowBlock;
import java.util.Objects;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.joda.time.Duration;

/**
 * Gives each raw table the first delivery of each event that comes, of blocks that hold one row and
 * the landing path as their source. What was seen is remembered for {@link #MEMORY}; a batch run
 * finds repeats after that, and decides which delivery was really the first.
 */
public final class DropRepeats
    extends PTransform<PCollection<KV<String, byte[]>>, PCollectionTuple> {
  public static final TupleTag<Arrival> ARRIVALS = new TupleTag<>("arrivals");
  public static final TupleTag<StreamedDuplicate> DROPPED = new TupleTag<>("dropped");
  public static final Duration MEMORY = Duration.standardDays(7);

  /** The rows among which an event is looked for: those of its customer, or of none. */
  public static String key(RowBlock.Rows row) {
    return Objects.requireNonNullElse(new RawRow(row).customerId(), "");
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<String, byte[]>> rows) {
    PCollectionTuple outputs =
        rows.apply(
            "First deliveries",
            ParDo.of(new FirstDeliveries())
                .withOutputTags(ARRIVALS, TableTags.all(Contracts.RAW).and(DROPPED)));
    outputs.get(ARRIVALS).setCoder(Arrival.coder());
    outputs.get(DROPPED).setCoder(RecordCoder.of(StreamedDuplicate.class));
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      setCoder(outputs, table);
    }
    return outputs;
  }

  private static <T extends Record> void setCoder(PCollectionTuple outputs, TableSpec<T> table) {
    outputs.get(TableTags.of(table)).setCoder(RecordCoder.of(table.type()));
  }
}
