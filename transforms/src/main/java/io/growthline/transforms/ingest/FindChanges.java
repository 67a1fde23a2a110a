package io.growthline.transforms.ingest;

import io.growthline.transforms.ingest.Deduplicator.Entry;
import io.growthline.transforms.ingest.RowBlock.Origin;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Finds the days of which a bucket keeps other rows than are published. */
final class FindChanges extends DoFn<KV<Integer, Iterable<byte[]>>, Changes> {
  @ProcessElement
  public void process(@Element KV<Integer, Iterable<byte[]>> bucket, OutputReceiver<Changes> out) {
    Deduplicator deduplicator = new Deduplicator();
    bucket.getValue().forEach(deduplicator::add);
    Changes changes = new Changes();
    deduplicator.judge(
        new Deduplicator.Verdicts() {
          @Override
          public void keep(Entry row) {
            if (row.origin() != Origin.PUBLISHED) {
              changes.add(row.table(), row.event());
            }
          }

          @Override
          public void drop(Entry row, Entry first) {
            if (row.origin() == Origin.PUBLISHED) {
              changes.add(row.table(), row.event());
            }
          }

          @Override
          public void withdraw(Entry row) {
            changes.add(row.table(), row.event());
          }
        });
    out.output(changes);
  }
}
