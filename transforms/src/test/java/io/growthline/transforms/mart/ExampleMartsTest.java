package io.growthline.transforms.mart;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;

import io.growthline.domain.contract.Column;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.Table;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import io.growthline.domain.mart.PopulationMart;
import io.growthline.domain.mart.TotalMart;
import io.growthline.domain.mart.TotalRows;
import io.growthline.domain.monitoring.MartGroup;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.ShuffleBlocks;
import io.growthline.transforms.block.BlockCoder;
import io.growthline.transforms.block.Origin;
import io.growthline.transforms.block.RowBlock;
import io.growthline.transforms.block.RunBlocks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

/**
 * The example of CONTRIBUTING.md: a mart of each kind that is built in one pipeline, and no edit of
 * any transform.
 */
class ExampleMartsTest {
  private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

  /** Longest visit of a customer. */
  @Table(
      dataset = "marts",
      name = "longest_visits",
      grain = "one customer with a session",
      description = "Longest visit of each customer.",
      key = {"customer_id"},
      cluster = {"customer_id"})
  public record LongestVisit(
      @Column("The customer.") String customerId,
      @Column(value = "Length of the longest session.", unit = "seconds") long durationS) {}

  /** A mart of rows of single customers. */
  static final class LongestVisits implements CustomerMart<LongestVisit> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<LongestVisit> table() {
      return LongestVisit.class;
    }

    @Override
    public List<LongestVisit> rows(CustomerAsOf customer) {
      long longest = -1;
      for (Session session : customer.known().all(Session.class)) {
        longest = Math.max(longest, session.durationS());
      }
      return longest < 0 ? List.of() : List.of(new LongestVisit(customer.id(), longest));
    }

    @Override
    public String emptyBecause() {
      return "no raw.sessions";
    }
  }

  /** Sessions of a day. */
  @Table(
      dataset = "marts",
      name = "visits_by_day",
      grain = "one day",
      description = "Sessions of each day.",
      key = {"day"},
      partition = "day")
  public record VisitsOfDay(
      @Column("The day, UTC.") LocalDate day, @Column("Sessions that began on it.") long visits) {}

  /** What is counted together. */
  public record Day(LocalDate day) {}

  /** A mart of totals. */
  static final class VisitsByDay implements TotalMart<Counts<Day>, VisitsOfDay> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<VisitsOfDay> table() {
      return VisitsOfDay.class;
    }

    @Override
    public Counts<Day> empty() {
      return new Counts<>(Day.class, 1);
    }

    @Override
    public void count(CustomerAsOf customer, Counts<Day> into) {
      customer.known().all(Session.class).forEach(session -> add(session, into));
    }

    @Override
    public void count(RawEvent withoutCustomer, ReportingCurrency currency, Counts<Day> into) {
      add(withoutCustomer, into);
    }

    private static void add(RawEvent event, Counts<Day> into) {
      into.add(new Day(day(event.occurredAt())), 0, 1);
    }

    @Override
    public List<VisitsOfDay> rows(Counts<Day> all, LocalDate asOf) {
      return all.keys().stream().map(d -> new VisitsOfDay(d.day(), all.get(d, 0))).toList();
    }

    @Override
    public String emptyBecause() {
      return "no raw.sessions";
    }
  }

  /** A customer beside the mean of all. */
  @Table(
      dataset = "marts",
      name = "visits_against_mean",
      grain = "one customer with a session",
      description = "Longest visit of each customer, less the mean of all and all visits.",
      key = {"customer_id"},
      cluster = {"customer_id"})
  public record VisitAgainstMean(
      @Column("The customer.") String customerId,
      @Column(value = "Longest visit less the mean and the number of visits.", unit = "seconds")
          double differenceS) {}

  /** What is counted of all customers. */
  public record All() {}

  /** A mart that needs a number of the population. */
  static final class VisitsAgainstMean
      implements PopulationMart<LongestVisit, Counts<All>, Double, VisitAgainstMean> {
    private static final long serialVersionUID = 1L;
    private static final int CUSTOMERS = 0;
    private static final int SECONDS = 1;

    @Override
    public Class<VisitAgainstMean> table() {
      return VisitAgainstMean.class;
    }

    @Override
    public CustomerMart<LongestVisit> input() {
      return new LongestVisits();
    }

    @Override
    public Counts<All> empty() {
      return new Counts<>(All.class, 2);
    }

    @Override
    public void count(LongestVisit row, Counts<All> into) {
      into.add(new All(), CUSTOMERS, 1);
      into.add(new All(), SECONDS, row.durationS());
    }

    @Override
    public List<TotalMart<?, ?>> restsOn() {
      return List.of(new VisitsByDay());
    }

    @Override
    public Double fit(Counts<All> all, TotalRows tables, LocalDate asOf) {
      double mean = (double) all.get(new All(), SECONDS) / all.get(new All(), CUSTOMERS);
      return mean + tables.of(VisitsOfDay.class).stream().mapToLong(VisitsOfDay::visits).sum();
    }

    @Override
    public List<VisitAgainstMean> rows(LongestVisit row, Double mean) {
      return List.of(new VisitAgainstMean(row.customerId(), row.durationS() - mean));
    }

    @Override
    public String emptyBecause() {
      return "no raw.sessions";
    }
  }

  private static final MartSet EXAMPLES =
      new MartSet(
          List.of(new LongestVisits()),
          List.of(new VisitsByDay()),
          List.of(new VisitsAgainstMean()));

  private static final List<Session> SESSIONS =
      List.of(
          session("ann", "2026-02-01T10:00:00Z", 60),
          session("ann", "2026-02-02T10:00:00Z", 90),
          session("ben", "2026-02-02T11:00:00Z", 30),
          session(null, "2026-02-02T12:00:00Z", 7),
          session("ben", "2026-03-01T00:00:00Z", 900));

  @Test
  void martsOfEachKindAreBuiltTogether() {
    Pipeline pipeline = Pipeline.create();
    PCollection<KV<String, byte[]>> blocks =
        buckets(pipeline)
            .apply("Shuffle", new ShuffleBlocks())
            .apply(
                "Build marts",
                BuildMarts.of(EXAMPLES, plan(), noRows(pipeline), noGroups(pipeline)));

    PAssert.that(blocks)
        .satisfies(
            all -> {
              List<KV<String, byte[]>> list = new ArrayList<>();
              all.forEach(list::add);
              assertThat(
                  rows(LongestVisit.class, list),
                  containsInAnyOrder(new LongestVisit("ann", 90), new LongestVisit("ben", 30)));
              assertThat(
                  rows(VisitsOfDay.class, list),
                  containsInAnyOrder(
                      new VisitsOfDay(LocalDate.parse("2026-02-01"), 1),
                      new VisitsOfDay(LocalDate.parse("2026-02-02"), 3)));
              assertThat(
                  rows(VisitAgainstMean.class, list),
                  containsInAnyOrder(
                      new VisitAgainstMean("ann", 30 - 4), new VisitAgainstMean("ben", -30 - 4)));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private static MartPlan plan() {
    TreeMap<Integer, String> changed = new TreeMap<>();
    CustomerGroups.all().forEach(group -> changed.put(group, "run-1"));
    return new MartPlan(MARCH, changed, "code", ReportingCurrency.AS_WRITTEN);
  }

  /** Two buckets: ann is in one, everyone else in the other. */
  private static PCollection<KV<Integer, byte[]>> buckets(Pipeline pipeline) {
    List<KV<Integer, byte[]>> blocks = new ArrayList<>();
    for (Session session : SESSIONS) {
      int bucket = "ann".equals(session.customerId()) ? 0 : 1;
      blocks.add(KV.of(bucket, block(session)));
    }
    return pipeline.apply(
        "Raw rows", Create.of(blocks).withCoder(KvCoder.of(VarIntCoder.of(), BlockCoder.of())));
  }

  private static byte[] block(Session session) {
    TableSpec<Session> table = TableSpec.of(Session.class);
    RowBuffer row = new RowBuffer(128);
    RowCodec.of(table).write(session, row);
    RowBlock block = new RowBlock(Origin.PUBLISHED, "");
    block.add(Contracts.RAW.indexOf(table), row.array(), 0, row.size());
    return block.toBytes();
  }

  private static PCollection<KV<String, byte[]>> noRows(Pipeline pipeline) {
    return pipeline.apply(
        "No rows", Create.empty(KvCoder.of(StringUtf8Coder.of(), BlockCoder.of())));
  }

  private static PCollection<MartGroup> noGroups(Pipeline pipeline) {
    return pipeline.apply("No groups", Create.empty(RecordCoder.of(MartGroup.class)));
  }

  private static <R extends Record> List<R> rows(Class<R> type, List<KV<String, byte[]>> blocks) {
    TableSpec<R> table = TableSpec.of(type);
    List<R> rows = new ArrayList<>();
    for (KV<String, byte[]> block : blocks) {
      if (block.getKey().startsWith(table.id() + "/")) {
        RunBlocks.forEach(table, block.getValue(), rows::add);
      }
    }
    return rows;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static Session session(String customer, String at, long durationS) {
    Instant time = Instant.parse(at);
    String id = Optional.ofNullable(customer).orElse("none") + at;
    return new Session(id, id, customer, time, time, 1, "test", id, durationS, null, false);
  }
}
