package io.growthline.transforms.ingest;

import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.transforms.RecordCoder;
import java.util.HashSet;
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

/** The dead letters to publish, from those of this run and those that are published. */
public final class MergeDeadLetters
    extends PTransform<PCollection<DeadLetter>, PCollection<DeadLetter>> {
  private static final int BUCKETS = 16;
  private static final TupleTag<DeadLetter> FRESH = new TupleTag<>("fresh");
  private static final TupleTag<DeadLetter> PUBLISHED = new TupleTag<>("published");

  private final PCollection<DeadLetter> published;
  private final Policy policy;

  private MergeDeadLetters(PCollection<DeadLetter> published, Policy policy) {
    this.published = published;
    this.policy = policy;
  }

  /** What becomes of one rejection; either side may be null, and so may the result. */
  private interface Policy extends java.io.Serializable {
    DeadLetter merge(DeadLetter fresh, DeadLetter published);
  }

  /**
   * Those of this run alone, where published ones keep the run and time at which they were first
   * seen: rejecting the same records again changes nothing.
   */
  public static MergeDeadLetters replacing(PCollection<DeadLetter> published) {
    return new MergeDeadLetters(published, MergeDeadLetters::firstSeen);
  }

  /** Those of this run and the published ones, which stay as they were first seen. */
  public static MergeDeadLetters joining(PCollection<DeadLetter> published) {
    return joining(published, new HashSet<>());
  }

  /**
   * The same, but published ones of files that this run has read again stay only when they are
   * rejected again.
   *
   * @param readAgain paths below the landing place
   */
  public static MergeDeadLetters joining(
      PCollection<DeadLetter> published, HashSet<String> readAgain) {
    return new MergeDeadLetters(
        published,
        (fresh, old) ->
            fresh == null ? (readAgain.contains(old.file()) ? null : old) : firstSeen(fresh, old));
  }

  /** The published ones, where those of this run are their new state. */
  public static MergeDeadLetters updating(PCollection<DeadLetter> published) {
    return new MergeDeadLetters(published, (fresh, old) -> fresh == null ? old : fresh);
  }

  private static DeadLetter firstSeen(DeadLetter fresh, DeadLetter old) {
    return fresh == null || old == null ? fresh : fresh.firstSeenAs(old);
  }

  @Override
  public PCollection<DeadLetter> expand(PCollection<DeadLetter> fresh) {
    return KeyedPCollectionTuple.of(FRESH, byBucket("Fresh by bucket", fresh))
        .and(PUBLISHED, byBucket("Published by bucket", published))
        .apply("Join by bucket", CoGroupByKey.create())
        .apply("Merge", ParDo.of(new Fn(policy)))
        .setCoder(RecordCoder.of(DeadLetter.class));
  }

  private static PCollection<KV<Integer, DeadLetter>> byBucket(
      String name, PCollection<DeadLetter> letters) {
    return letters
        .apply(
            name,
            WithKeys.<Integer, DeadLetter>of(
                    letter -> Math.floorMod(letter.errorId().hashCode(), BUCKETS))
                .withKeyType(TypeDescriptors.integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), RecordCoder.of(DeadLetter.class)));
  }

  private static final class Fn extends DoFn<KV<Integer, CoGbkResult>, DeadLetter> {
    private final Policy policy;

    Fn(Policy policy) {
      this.policy = policy;
    }

    @ProcessElement
    public void process(@Element KV<Integer, CoGbkResult> bucket, OutputReceiver<DeadLetter> out) {
      Map<String, DeadLetter> published = new TreeMap<>();
      bucket.getValue().getAll(PUBLISHED).forEach(d -> published.put(d.errorId(), d));
      for (DeadLetter fresh : bucket.getValue().getAll(FRESH)) {
        output(policy.merge(fresh, published.remove(fresh.errorId())), out);
      }
      for (DeadLetter old : published.values()) {
        output(policy.merge(null, old), out);
      }
    }

    private static void output(DeadLetter letter, OutputReceiver<DeadLetter> out) {
      if (letter != null) {
        out.output(letter);
      }
    }
  }
}
