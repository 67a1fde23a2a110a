package io.growthline.transforms.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.pricing.AudienceCounts;
import io.growthline.domain.pricing.Audiences;
import io.growthline.domain.pricing.CellCounts;
import io.growthline.domain.pricing.FctOfferOutcome;
import io.growthline.domain.pricing.OfferCell;
import io.growthline.domain.pricing.OfferCells;
import io.growthline.domain.scoring.CustomerScore;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.ShuffleBlocks;
import io.growthline.transforms.block.BlockCoder;
import io.growthline.transforms.block.Buckets;
import io.growthline.transforms.block.PackByCustomer;
import io.growthline.transforms.block.PackTable;
import io.growthline.transforms.block.RowPacking;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.OutputBuilder;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

class PricingTransformsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private final Pipeline pipeline = Pipeline.create();

  @Test
  void offersAreCountedByPriceWithoutThoseToVulnerableCustomers() {
    PCollection<OfferCells> cells =
        rows(
                FctOfferOutcome.class,
                offer("e1", 500, true, false),
                offer("e2", 500, false, false),
                offer("e3", 700, false, false),
                offer("e4", 700, true, true))
            .apply(PackTable.of(TableSpec.of(FctOfferOutcome.class)))
            .apply(CountOffers.shownBefore(null));

    PAssert.thatSingleton(cells)
        .satisfies(
            counted -> {
              assertThat(
                  counted.all(),
                  is(
                      Map.of(
                          new OfferCell("middle", 500, 0), new CellCounts(2, 1, 0, 1, 900, 0, 0),
                          new OfferCell("middle", 700, 0), new CellCounts(1, 0, 0, 0, 0, 0, 0))));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void noOffersGiveOneEmptyCount() {
    PCollection<OfferCells> cells =
        rows(FctOfferOutcome.class)
            .apply(PackTable.of(TableSpec.of(FctOfferOutcome.class)))
            .apply(CountOffers.shownBefore(null));

    PAssert.thatSingleton(cells).isEqualTo(new OfferCells());
    pipeline.run().waitUntilFinish();
  }

  @Test
  void customersMeetTheirChurnScoresAndVulnerableOnesAreOnlyCounted() {
    List<KV<Integer, byte[]>> blocks = new ArrayList<>();
    pack(
        blocks,
        score("c1", "churn", 0.5),
        score("c1", "activation", 0.9),
        score("c3", "churn", 0.7));
    pack(blocks, customer("c1", false), customer("c2", false), customer("c3", true));
    PCollection<Audiences> audiences =
        pipeline
            .apply(Create.of(blocks).withCoder(KvCoder.of(VarIntCoder.of(), BlockCoder.of())))
            .apply(new ShuffleBlocks())
            .apply("Count", new CountAudiences());

    PAssert.thatSingleton(audiences)
        .satisfies(
            counted -> {
              assertThat(
                  counted.all(),
                  is(Map.of("middle", new AudienceCounts(2, 1, 1, 500_000, 250_000, 0, 180))));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void audiencesAreCountedByRunnersThatGiveTheBlocksOfABucketOnlyOnce() {
    List<KV<Integer, byte[]>> blocks = new ArrayList<>();
    pack(blocks, customer("c1", false));
    Iterator<byte[]> once = List.of(blocks.get(0).getValue()).iterator();
    List<Audiences> counted = new ArrayList<>();
    CountAudiences.CountBucket count = new CountAudiences.CountBucket();
    count.load();

    count.count(
        KV.of(0, () -> once),
        new OutputReceiver<>() {
          @Override
          public OutputBuilder<Audiences> builder(Audiences value) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void output(Audiences value) {
            counted.add(value);
          }
        });

    assertThat(counted.get(0).all().keySet(), is(Set.of("middle")));
  }

  @SafeVarargs
  private static <T extends Record> void pack(List<KV<Integer, byte[]>> blocks, T... rows) {
    @SuppressWarnings("unchecked") // all rows are of one class
    TableSpec<T> table = TableSpec.of((Class<T>) rows[0].getClass());
    RowPacking.Packer packer =
        new PackByCustomer(new Buckets(2))
            .open("run", (bucket, block) -> blocks.add(KV.of(bucket, block)));
    for (T row : rows) {
      RowBuffer encoded = new RowBuffer(256);
      RowCodec.of(table).write(row, encoded);
      packer.add(table, encoded.array(), 0, encoded.size());
    }
    packer.flush();
  }

  @SafeVarargs
  private <T extends Record> PCollection<T> rows(Class<T> type, T... rows) {
    return pipeline.apply(
        "Create" + type.getSimpleName(), Create.of(List.of(rows)).withCoder(RecordCoder.of(type)));
  }

  private static FctOfferOutcome offer(
      String id, long price, boolean accepted, boolean vulnerable) {
    return new FctOfferOutcome(
        id,
        "c1",
        "o1",
        null,
        null,
        null,
        null,
        DAY.atStartOfDay().toInstant(ZoneOffset.UTC),
        DAY,
        "middle",
        null,
        price,
        0,
        true,
        vulnerable,
        accepted,
        accepted ? 900L : null,
        null,
        null,
        false,
        null,
        false);
  }

  private static CustomerScore score(String customer, String model, double score) {
    return new CustomerScore(customer, model, "v1", DAY, score, "low", false);
  }

  /** A customer of whom nothing else is known. */
  private static Customer360Profile customer(String id, boolean vulnerable) {
    TableSpec<Customer360Profile> table = TableSpec.of(Customer360Profile.class);
    Map<String, Object> known =
        Map.of(
            "customer_id",
            id,
            "as_of",
            DAY,
            "income_segment",
            "middle",
            "tenure_days",
            90L,
            "vulnerable_customer",
            vulnerable,
            "subscription_status",
            "active",
            "days_since_active",
            1L);
    return table.create(
        table.columns().stream()
            .map(
                column ->
                    known.containsKey(column.name()) || column.nullable()
                        ? known.get(column.name())
                        : switch (column.type()) {
                          case INT64 -> (Object) 0L;
                          case BOOL -> false;
                          default -> column.allowed().stream().findFirst().orElse("");
                        })
            .toArray());
  }
}
