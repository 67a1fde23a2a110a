package io.growthline.transforms.mart;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Table;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import io.growthline.domain.mart.PopulationMart;
import io.growthline.domain.mart.TotalRows;
import io.growthline.transforms.block.BlockCoder;
import io.growthline.transforms.block.RowSorter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

class BuildPopulationTest {
  private static final int BLOCKS = 100;
  private static final AtomicInteger FITS = new AtomicInteger();

  /** A customer. */
  @Table(
      dataset = "marts",
      name = "heads",
      grain = "one customer",
      description = "Customers.",
      key = {"customer_id"},
      cluster = {"customer_id"})
  public record Head(@Column("The customer.") String customerId) {}

  /** A customer and how many there are. */
  @Table(
      dataset = "marts",
      name = "head_counts",
      grain = "one customer",
      description = "Customers beside their number.",
      key = {"customer_id"},
      cluster = {"customer_id"})
  public record HeadCount(
      @Column("The customer.") String customerId, @Column("All customers.") long customers) {}

  /** What is counted of all customers. */
  public record All() {}

  private static final class Heads implements CustomerMart<Head> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<Head> table() {
      return Head.class;
    }

    @Override
    public List<Head> rows(CustomerAsOf customer) {
      return List.of(new Head(customer.id()));
    }

    @Override
    public String emptyBecause() {
      return "no customers";
    }
  }

  private static final class HeadCounts
      implements PopulationMart<Head, Counts<All>, Long, HeadCount> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<HeadCount> table() {
      return HeadCount.class;
    }

    @Override
    public CustomerMart<Head> input() {
      return new Heads();
    }

    @Override
    public Counts<All> empty() {
      return new Counts<>(All.class, 1);
    }

    @Override
    public void count(Head row, Counts<All> into) {
      into.add(new All(), 0, 1);
    }

    @Override
    public Long fit(Counts<All> all, TotalRows tables, LocalDate asOf) {
      FITS.incrementAndGet();
      return all.get(new All(), 0);
    }

    @Override
    public List<HeadCount> rows(Head row, Long customers) {
      return List.of(new HeadCount(row.customerId(), customers));
    }

    @Override
    public String emptyBecause() {
      return "no customers";
    }
  }

  /** A fit can take a second, and there are many blocks. */
  @Test
  void theNumbersOfThePopulationAreMadeOnceOnAWorkerNotOnceABlock() {
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setTargetParallelism(1);
    Pipeline pipeline = Pipeline.create(options);
    FITS.set(0);

    KvCoder<String, byte[]> coder = KvCoder.of(StringUtf8Coder.of(), BlockCoder.of());
    PCollection<KV<String, byte[]>> noTotals = pipeline.apply("Totals", Create.empty(coder));
    PCollection<KV<String, byte[]>> made =
        pipeline
            .apply(Create.of(blocks()).withCoder(coder))
            .apply(
                new BuildPopulation<>(new HeadCounts(), LocalDate.parse("2026-03-01"), noTotals));

    PAssert.thatSingleton(made.apply(Count.globally())).isEqualTo((long) BLOCKS);
    pipeline.run().waitUntilFinish();
    assertThat(FITS.get(), both(greaterThan(0)).and(lessThanOrEqualTo(4)));
  }

  private static List<KV<String, byte[]>> blocks() {
    List<KV<String, byte[]>> blocks = new ArrayList<>();
    for (int i = 0; i < BLOCKS; i++) {
      RowSorter<Head> rows =
          new RowSorter<>(
              TableSpec.of(Head.class),
              "block " + i,
              (partition, packed) -> blocks.add(KV.of(partition, packed)));
      rows.add(new Head("c" + i));
      rows.flush();
    }
    return blocks;
  }
}
