package io.growthline.transforms.ingest;

import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.transforms.RecordCoder;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * The dead letters of a run, where those that an earlier run published keep the run and time at
 * which they were first seen: rejecting the same records again changes nothing.
 */
public final class MergeDeadLetters
    extends PTransform<PCollection<DeadLetter>, PCollection<DeadLetter>> {
  private static final TupleTag<DeadLetter> FRESH = new TupleTag<>("fresh");
  private static final TupleTag<DeadLetter> PUBLISHED = new TupleTag<>("published");

  private final PCollection<DeadLetter> published;
  private final int buckets;

  public MergeDeadLetters(PCollection<DeadLetter> published, int buckets) {
    this.published = published;
    this.buckets = buckets;
  }

  @Override
  public PCollection<DeadLetter> expand(PCollection<DeadLetter> fresh) {
    return KeyedPCollectionTuple.of(FRESH, byBucket("Fresh by bucket", fresh))
        .and(PUBLISHED, byBucket("Published by bucket", published))
        .apply("Meet", CoGroupByKey.create())
        .apply("Keep first sight", ParDo.of(new Fn()))
        .setCoder(RecordCoder.of(DeadLetter.class));
  }

  private PCollection<KV<Integer, DeadLetter>> byBucket(
      String name, PCollection<DeadLetter> letters) {
    int count = buckets;
    return letters
        .apply(
            name,
            WithKeys.<Integer, DeadLetter>of(
                    letter -> Math.floorMod(letter.errorId().hashCode(), count))
                .withKeyType(TypeDescriptors.integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), RecordCoder.of(DeadLetter.class)));
  }

  private static final class Fn extends DoFn<KV<Integer, CoGbkResult>, DeadLetter> {
    @ProcessElement
    public void process(@Element KV<Integer, CoGbkResult> bucket, OutputReceiver<DeadLetter> out) {
      Map<String, DeadLetter> known = new TreeMap<>();
      bucket.getValue().getAll(PUBLISHED).forEach(d -> known.put(d.errorId(), d));
      for (DeadLetter letter : bucket.getValue().getAll(FRESH)) {
        DeadLetter first = known.get(letter.errorId());
        out.output(first == null ? letter : firstSeen(letter, first));
      }
    }

    private static DeadLetter firstSeen(DeadLetter letter, DeadLetter first) {
      return new DeadLetter(
          letter.errorId(),
          letter.code(),
          letter.retryable(),
          letter.stage(),
          letter.source(),
          letter.file(),
          letter.line(),
          letter.tableName(),
          letter.columnName(),
          letter.contractVersion(),
          letter.payload(),
          letter.preview(),
          letter.cause(),
          first.runId(),
          first.codeVersion(),
          first.attempt(),
          first.firstSeenAt());
    }
  }
}
