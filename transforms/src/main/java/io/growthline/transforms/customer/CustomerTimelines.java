package io.growthline.transforms.customer;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.customer.CustomerTimeline;
import io.growthline.transforms.ShuffleBlocks;
import io.growthline.transforms.TableTags;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * One timeline for each customer that the raw tables name, from what was known at a day, in one
 * shuffle. The input holds raw tables under {@link TableTags}; any may be missing.
 */
public final class CustomerTimelines
    extends PTransform<PCollectionTuple, PCollection<CustomerTimeline>> {
  private final Instant before;
  private final int buckets;

  private final Set<Integer> groups;

  private CustomerTimelines(Instant before, int buckets, Set<Integer> groups) {
    this.before = before;
    this.buckets = buckets;
    this.groups = Set.copyOf(groups);
  }

  /**
   * Timelines of events that had happened and been ingested before {@code asOf}.
   *
   * @param buckets groups of customers; a worker holds the bytes of one at a time
   */
  public static CustomerTimelines knownAt(LocalDate asOf, int buckets) {
    return new CustomerTimelines(
        asOf.atStartOfDay(ZoneOffset.UTC).toInstant(), buckets, CustomerGroups.all());
  }

  /** The same for some groups of customers, see {@link CustomerGroups}. */
  public CustomerTimelines ofGroups(Set<Integer> some) {
    return new CustomerTimelines(before, buckets, some);
  }

  @Override
  public PCollection<CustomerTimeline> expand(PCollectionTuple raw) {
    PCollectionList<KV<Integer, byte[]>> packed = PCollectionList.empty(raw.getPipeline());
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      if (raw.has(TableTags.of(table))) {
        packed = packed.and(pack(raw, table));
      }
    }
    return packed
        .apply("Gather", Flatten.pCollections())
        .apply("Shuffle by customer", new ShuffleBlocks())
        .apply("Unpack", ParDo.of(new UnpackTimelines()))
        .setCoder(new CustomerTimelineCoder());
  }

  private <T extends Record> PCollection<KV<Integer, byte[]>> pack(
      PCollectionTuple raw, TableSpec<T> table) {
    return raw.get(TableTags.of(table))
        .apply("Pack " + table.name(), ParDo.of(new PackEvents<>(buckets, before, groups)))
        .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
  }
}
