package io.growthline.transforms.block;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.NpsResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Rows that were packed anywhere come out by partition, in the order of their table. */
class SortedRunsTest {
  private static final TableSpec<FeatureUse> TABLE = TableSpec.of(FeatureUse.class);

  @Test
  void rowsAreMergedByCustomerThenTimeThenId() throws IOException {
    FeatureUse none = use(null, "2026-01-31T23:59:59.999999Z", "e1");
    FeatureUse early = use("c1", "2026-01-01T00:00:00Z", "e9");
    FeatureUse late = use("c1", "2026-01-02T00:00:00Z", "e1");
    FeatureUse lateToo = use("c1", "2026-01-02T00:00:00Z", "e2");
    FeatureUse accented = use("é", "2026-01-01T00:00:00Z", "e1");

    Map<String, List<FeatureUse>> merged =
        merged(List.of(List.of(early, lateToo), List.of(none, late, accented)));

    assertThat(merged.keySet(), contains("raw.feature_uses/2026-01"));
    assertThat(
        merged.get("raw.feature_uses/2026-01"), contains(none, early, late, lateToo, accented));
  }

  @Test
  void eachMonthIsAPartitionOfItsOwn() throws IOException {
    FeatureUse before = use("c1", "1969-12-31T23:59:59.999999Z", "e1");
    FeatureUse after = use("c1", "1970-01-01T00:00:00Z", "e2");

    assertThat(
        merged(List.of(List.of(before, after))),
        is(
            Map.of(
                "raw.feature_uses/1969-12", List.of(before),
                "raw.feature_uses/1970-01", List.of(after))));
  }

  @Property(tries = 40)
  void howRowsWereSpreadOverRunsMakesNoDifference(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<FeatureUse> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      rows.add(
          use(
              random.nextInt(5) == 0 ? null : "c" + random.nextInt(6),
              "2026-01-0%dT00:00:00Z".formatted(1 + random.nextInt(9)),
              "e" + i));
    }
    List<List<FeatureUse>> runs = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      runs.add(new ArrayList<>());
    }
    rows.forEach(row -> runs.get(random.nextInt(runs.size())).add(row));
    runs.forEach(run -> run.sort(order()));
    Collections.shuffle(runs, random);
    rows.sort(order());

    assertThat(merged(runs).get("raw.feature_uses/2026-01"), is(rows));
  }

  @Test
  void aRunInAnotherOrderIsRefused() {
    FeatureUse second = use("c2", "2026-01-01T00:00:00Z", "e1");
    FeatureUse first = use("c1", "2026-01-01T00:00:00Z", "e1");

    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> merged(List.of(List.of(second, first))));

    assertThat(refused.getMessage(), containsString("raw.feature_uses"));
  }

  @Test
  void aBlockOfAnotherContractIsRefused() {
    Map<String, List<byte[]>> blocks = new TreeMap<>();
    pack("run", List.of(use("c1", "2026-01-01T00:00:00Z", "e1")), blocks);

    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () ->
                new SortedRuns(
                    TableSpec.of(NpsResponse.class), blocks.get("raw.feature_uses/2026-01")));

    assertThat(refused.getMessage(), containsString("build with other contracts"));
  }

  @Test
  void twoRunsOfOneNameAreRefused() {
    Map<String, List<byte[]>> blocks = new TreeMap<>();
    pack("run", List.of(use("c1", "2026-01-01T00:00:00Z", "e1")), blocks);
    pack("run", List.of(use("c2", "2026-01-01T00:00:00Z", "e2")), blocks);

    assertThrows(
        IllegalStateException.class,
        () -> new SortedRuns(TABLE, blocks.get("raw.feature_uses/2026-01")));
  }

  private static Comparator<FeatureUse> order() {
    return Comparator.comparing(
            FeatureUse::customerId, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
        .thenComparing(FeatureUse::occurredAt)
        .thenComparing((Function<FeatureUse, String>) FeatureUse::eventId);
  }

  private static Map<String, List<FeatureUse>> merged(List<List<FeatureUse>> runs)
      throws IOException {
    Map<String, List<byte[]>> blocks = new TreeMap<>();
    for (int i = 0; i < runs.size(); i++) {
      pack("run " + i, runs.get(i), blocks);
    }
    RowCodec<FeatureUse> codec = RowCodec.of(TABLE);
    Map<String, List<FeatureUse>> merged = new TreeMap<>();
    for (Map.Entry<String, List<byte[]>> partition : blocks.entrySet()) {
      List<FeatureUse> rows = new ArrayList<>();
      new SortedRuns(TABLE, partition.getValue())
          .forEach((bytes, offset) -> rows.add(codec.read(bytes, offset)));
      merged.put(partition.getKey(), rows);
    }
    return merged;
  }

  private static void pack(String run, List<FeatureUse> rows, Map<String, List<byte[]>> blocks) {
    PartitionPacker packer =
        new PartitionPacker(
            run,
            (partition, block) ->
                blocks.computeIfAbsent(partition, key -> new ArrayList<>()).add(block));
    rows.forEach(row -> packer.add(TABLE, row));
    packer.flush();
  }

  private static FeatureUse use(String customer, String occurredAt, String eventId) {
    Instant at = Instant.parse(occurredAt);
    return new FeatureUse(eventId, "k" + eventId, customer, at, at, 1, "app", "budget");
  }
}
