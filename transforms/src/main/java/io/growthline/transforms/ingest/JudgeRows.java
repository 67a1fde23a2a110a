package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.monitoring.DuplicateDelivery;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.transforms.ingest.Deduplicator.Entry;
import io.growthline.transforms.ingest.RowBlock.Origin;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
final class JudgeRows extends DoFn<KV<Integer, Iterable<byte[]>>, SourceAccount> {
  static final TupleTag<SourceAccount> ACCOUNTS = new TupleTag<>("accounts");
  static final TupleTag<DuplicateDelivery> DUPLICATES = new TupleTag<>("duplicates");
  static final TupleTag<Changes> WRITTEN_DAYS = new TupleTag<>("written_days");

  private static final int BLOCK_BYTES = 1 << 18;
  private static final Duration LATE = Duration.ofHours(24);

  private final Scope scope;
  private transient Duplicates duplicates;

  JudgeRows(Scope scope) {
    this.scope = scope;
  }

  /** Which days of raw tables a run writes. */
  interface Scope extends java.io.Serializable {
    boolean contains(
        DoFn<KV<Integer, Iterable<byte[]>>, ?>.ProcessContext context, int table, LocalDate day);
  }

  @Setup
  public void setup() {
    duplicates = new Duplicates();
  }

  @ProcessElement
  public void process(ProcessContext context) {
    Deduplicator deduplicator = new Deduplicator();
    context.element().getValue().forEach(deduplicator::add);
    List<SourceAccount> accounts = new ArrayList<>();
    Changes written = new Changes();
    Map<String, DuplicateDelivery> dropped = new TreeMap<>();
    Map<Integer, RowBlock> blocks = new TreeMap<>();
    deduplicator.judge(
        new Deduplicator.Verdicts() {
          @Override
          public void keep(Entry row) {
            LocalDate day = Changes.day(row.event());
            boolean inScope = scope.contains(context, row.table(), day);
            if (inScope) {
              pack(row, blocks, context);
              written.add(row.table(), row.event());
            }
            account(row, inScope).ifPresent(accounts::add);
          }

          @Override
          public void drop(Entry row, Entry first) {
            String source = row.origin() == Origin.PUBLISHED ? first.source() : row.source();
            DuplicateDelivery duplicate = duplicates.of(row, source, first);
            dropped.merge(duplicate.duplicateId(), duplicate, Duplicates::plus);
            if (row.origin() == Origin.FRESH) {
              accounts.add(new SourceAccount(source, name(row), 0, 0, 1, 0, 0, 0));
            } else if (row.origin() == Origin.PUBLISHED) {
              accounts.add(new SourceAccount(source, name(row), 0, -1, 1, 0, 0, -late(row)));
            }
          }

          // It is in no account yet.
          @Override
          public void withdraw(Entry row) {}
        });
    blocks.forEach((table, rows) -> context.output(RawBlocks.tag(table), rows.toBytes()));
    dropped.values().forEach(d -> context.output(DUPLICATES, d));
    context.output(WRITTEN_DAYS, written);
    for (SourceAccount account : SourceAccount.sum(accounts)) {
      context.output(ACCOUNTS, account);
      count(account, "written", account.written());
      count(account, "duplicates", account.duplicates());
    }
  }

  private static java.util.Optional<SourceAccount> account(Entry row, boolean inScope) {
    return java.util.Optional.ofNullable(
        switch (row.origin()) {
          case PUBLISHED -> null;
          case DUPLICATE -> new SourceAccount(row.source(), name(row), 0, 1, -1, 0, 0, late(row));
          case FRESH, STREAMED, STREAM_DROPPED ->
              inScope
                  ? new SourceAccount(row.source(), name(row), 0, 1, 0, 0, 0, late(row))
                  : new SourceAccount(row.source(), name(row), 0, 0, 0, 0, 1, 0);
        });
  }

  private static long late(Entry row) {
    RawEvent event = row.event();
    return event.occurredAt().plus(LATE).isBefore(event.ingestedAt()) ? 1 : 0;
  }

  private static String name(Entry row) {
    return Contracts.RAW.get(row.table()).name();
  }

  private static void count(SourceAccount account, String what, long n) {
    Metrics.counter("ingest", what + "/" + account.source() + "/" + account.tableName()).inc(n);
  }

  private static void pack(
      Entry row,
      Map<Integer, RowBlock> blocks,
      DoFn<KV<Integer, Iterable<byte[]>>, SourceAccount>.ProcessContext context) {
    RowBlock block =
        blocks.computeIfAbsent(row.table(), table -> new RowBlock(Origin.PUBLISHED, ""));
    block.add(row.table(), (Record) row.event());
    if (block.size() >= BLOCK_BYTES) {
      context.output(RawBlocks.tag(row.table()), blocks.remove(row.table()).toBytes());
    }
  }
}
