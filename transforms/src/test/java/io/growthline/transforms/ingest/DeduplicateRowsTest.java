package io.growthline.transforms.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.transforms.block.BlockCoder;
import io.growthline.transforms.block.Origin;
import io.growthline.transforms.block.RawRow;
import io.growthline.transforms.block.RawRows;
import io.growthline.transforms.block.RowBlock;
import io.growthline.transforms.block.UnpackRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;

class DeduplicateRowsTest {
  private static final int FEATURE_USES = Contracts.RAW.indexOf(TableSpec.of(FeatureUse.class));
  private static final FeatureUse FIRST = use("e1", "k1", "2026-01-05T09:00:00Z");
  private static final FeatureUse REDELIVERED = use("e2", "k1", "2026-01-05T10:00:00Z");
  private static final FeatureUse LATE = use("e3", "k3", "2026-01-06T09:00:01Z");

  @Test
  void eachTableGetsItsRowsAndEachSourceItsAccount() {
    Pipeline pipeline = Pipeline.create();
    PCollectionTuple outputs =
        pipeline
            .apply(
                Create.of(
                        KV.of(
                            0,
                            (Iterable<byte[]>)
                                List.of(block("b", REDELIVERED), block("a", FIRST, LATE))))
                    .withCoder(KvCoder.of(VarIntCoder.of(), IterableCoder.of(BlockCoder.of()))))
            .apply(DeduplicateRows.all());

    PAssert.that(outputs.get(DeduplicateRows.ROWS).apply(UnpackRows.of(Contracts.RAW)))
        .containsInAnyOrder(FIRST, LATE);
    PAssert.that(outputs.get(DeduplicateRows.ACCOUNTS))
        .containsInAnyOrder(
            new SourceAccount("a", "feature_uses", 0, 2, 0, 0, 0, 1),
            new SourceAccount("b", "feature_uses", 0, 0, 1, 0, 0, 0));
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    Map<String, Long> counters = new TreeMap<>();
    result
        .metrics()
        .allMetrics()
        .getCounters()
        .forEach(
            c -> {
              if (c.getName().getNamespace().equals("ingest")) {
                counters.put(c.getName().getName(), c.getAttempted());
              }
            });
    assertThat(
        counters,
        is(
            Map.of(
                "written/a/feature_uses", 2L,
                "duplicates/a/feature_uses", 0L,
                "written/b/feature_uses", 0L,
                "duplicates/b/feature_uses", 1L)));
  }

  @Property(tries = 50)
  void theOrderOfDeliveriesMakesNoDifference(@ForAll long seed) {
    List<FeatureUse> deliveries = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      deliveries.add(use("e" + i % 7, "k" + i % 5, "2026-01-05T09:00:0" + i % 3 + "Z"));
    }
    List<Record> expected = kept(deliveries);
    Collections.shuffle(deliveries, new Random(seed));

    assertThat(kept(deliveries), is(expected));
  }

  private static List<Record> kept(List<FeatureUse> deliveries) {
    Deduplicator deduplicator = new Deduplicator();
    deliveries.forEach(row -> deduplicator.add(block("s", row)));
    List<Record> kept = new ArrayList<>();
    deduplicator.judge(
        new Deduplicator.Verdicts() {
          @Override
          public void keep(RawRow row) {
            kept.add(new RawRows().decode(row.table(), row.bytes(), row.offset()));
          }

          @Override
          public void drop(RawRow row, RawRow first) {}

          @Override
          public void withdraw(RawRow row) {}
        });
    return kept;
  }

  private static byte[] block(String source, FeatureUse... rows) {
    RowBlock block = new RowBlock(Origin.FRESH, source);
    for (FeatureUse row : rows) {
      RowBuffer encoded = new RawRows().encode(FEATURE_USES, row);
      block.add(FEATURE_USES, encoded.array(), 0, encoded.size());
    }
    return block.toBytes();
  }

  private static FeatureUse use(String eventId, String key, String ingestedAt) {
    Instant occurred = Instant.parse("2026-01-05T09:00:00Z");
    return new FeatureUse(
        eventId, key, "c1", occurred, Instant.parse(ingestedAt), 1, "app", "budget");
  }
}
