package io.growthline.transforms.ingest;

import static io.growthline.transforms.ingest.Tally.Outcome.DUPLICATES;
import static io.growthline.transforms.ingest.Tally.Outcome.FILTERED;
import static io.growthline.transforms.ingest.Tally.Outcome.LATE;
import static io.growthline.transforms.ingest.Tally.Outcome.WRITTEN;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.Micros;
import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.monitoring.DuplicateDelivery;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.transforms.block.Origin;
import io.growthline.transforms.block.PartitionPacker;
import io.growthline.transforms.block.RawRow;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Judges the rows of a bucket: kept rows of the days in scope go to their raw tables, dropped ones
 * to the duplicates, and every row of this run into an account. When a fresh delivery takes the
 * place of a published one, the account says so too: what was written becomes a duplicate.
 */
final class JudgeRows extends DoFn<KV<Integer, Iterable<byte[]>>, KV<String, byte[]>> {
  static final TupleTag<KV<String, byte[]>> ROWS = new TupleTag<>("rows");
  static final TupleTag<SourceAccount> ACCOUNTS = new TupleTag<>("accounts");
  static final TupleTag<DuplicateDelivery> DROPPED = new TupleTag<>("duplicates");
  static final TupleTag<Changes> WRITTEN_DAYS = new TupleTag<>("written_days");

  private static final long LATE_AFTER = Micros.PER_DAY;

  private final Scope scope;
  private transient Duplicates duplicates;

  JudgeRows(Scope scope) {
    this.scope = scope;
  }

  /** Which days of raw tables a run writes. */
  interface Scope extends java.io.Serializable {
    /** The days for one bucket. */
    Days of(DoFn<KV<Integer, Iterable<byte[]>>, KV<String, byte[]>>.ProcessContext context);
  }

  /** Days of raw tables. */
  interface Days {
    boolean contain(int table, long epochDay);
  }

  @Setup
  public void setup() {
    duplicates = new Duplicates();
  }

  @ProcessElement
  public void process(ProcessContext context) {
    Deduplicator deduplicator = new Deduplicator();
    context.element().getValue().forEach(deduplicator::add);
    PartitionPacker rows =
        new PartitionPacker(
            "bucket " + context.element().getKey(),
            (partition, block) -> context.output(KV.of(partition, block)));
    Judgement judgement = new Judgement(scope.of(context), rows);
    deduplicator.judge(judgement);
    rows.flush();
    judgement.dropped.values().forEach(d -> context.output(DROPPED, d));
    context.output(WRITTEN_DAYS, judgement.written);
    judgement.tally.forEach(
        account -> {
          context.output(ACCOUNTS, account);
          count(account, "written", account.written());
          count(account, "duplicates", account.duplicates());
        });
  }

  private static void count(SourceAccount account, String what, long n) {
    Metrics.counter("ingest", what + "/" + account.source() + "/" + account.tableName()).inc(n);
  }

  private static long late(RawRow row) {
    return row.ingestedAt() - row.occurredAt() > LATE_AFTER ? 1 : 0;
  }

  private final class Judgement implements Deduplicator.Verdicts {
    private final Days days;
    private final PartitionPacker rows;
    private final Tally tally = new Tally();
    private final Changes written = new Changes();
    private final Map<String, DuplicateDelivery> dropped = new TreeMap<>();
    private RawRow grouped;

    Judgement(Days days, PartitionPacker rows) {
      this.days = days;
      this.rows = rows;
    }

    @Override
    public void keep(RawRow row) {
      boolean inScope = days.contain(row.table(), row.day());
      if (inScope) {
        rows.add(Contracts.RAW.get(row.table()), row.bytes(), row.offset(), row.length());
        written.addDay(row.table(), row.day());
        if (grouped == null || !grouped.sameCustomer(row)) {
          written.addGroup(CustomerGroups.of(row.customerId()));
          grouped = row;
        }
      }
      account(row, inScope);
    }

    @Override
    public void drop(RawRow row, RawRow first) {
      String source = row.origin() == Origin.PUBLISHED ? first.source() : row.source();
      DuplicateDelivery duplicate = duplicates.of(row, source, first);
      dropped.merge(duplicate.duplicateId(), duplicate, Duplicates::plus);
      if (row.origin() == Origin.FRESH) {
        tally.add(source, row.table(), DUPLICATES, 1);
      } else if (row.origin() == Origin.PUBLISHED) {
        tally.add(source, row.table(), WRITTEN, -1);
        tally.add(source, row.table(), DUPLICATES, 1);
        tally.add(source, row.table(), LATE, -late(row));
      }
    }

    // It is in no account yet.
    @Override
    public void withdraw(RawRow row) {}

    private void account(RawRow row, boolean inScope) {
      switch (row.origin()) {
        case PUBLISHED -> {}
        case DUPLICATE -> {
          tally.add(row.source(), row.table(), WRITTEN, 1);
          tally.add(row.source(), row.table(), DUPLICATES, -1);
          tally.add(row.source(), row.table(), LATE, late(row));
        }
        case FRESH, STREAMED, STREAM_DROPPED -> {
          if (inScope) {
            tally.add(row.source(), row.table(), WRITTEN, 1);
            tally.add(row.source(), row.table(), LATE, late(row));
          } else {
            tally.add(row.source(), row.table(), FILTERED, 1);
          }
        }
      }
    }
  }
}
