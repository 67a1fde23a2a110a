package io.growthline.transforms.ingest;

import io.growthline.domain.customer.CustomerGroups;
import io.growthline.transforms.block.Origin;
import io.growthline.transforms.block.RawRow;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Finds the days whose rows in a bucket differ from the published ones. */
final class FindChanges extends DoFn<KV<Integer, Iterable<byte[]>>, Changes> {
  @ProcessElement
  public void process(@Element KV<Integer, Iterable<byte[]>> bucket, OutputReceiver<Changes> out) {
    Deduplicator deduplicator = new Deduplicator();
    bucket.getValue().forEach(deduplicator::add);
    Changes changes = new Changes();
    deduplicator.judge(
        new Deduplicator.Verdicts() {
          @Override
          public void keep(RawRow row) {
            if (row.origin() != Origin.PUBLISHED) {
              change(row);
            }
          }

          @Override
          public void drop(RawRow row, RawRow first) {
            if (row.origin() == Origin.PUBLISHED) {
              change(row);
            }
          }

          @Override
          public void withdraw(RawRow row) {
            change(row);
          }

          private void change(RawRow row) {
            changes.addDay(row.table(), row.day());
            changes.addGroup(CustomerGroups.of(row.customerId()));
          }
        });
    out.output(changes);
  }
}
