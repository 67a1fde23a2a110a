package io.growthline.pipelines.price;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.pricing.FctOfferOutcome;
import io.growthline.domain.pricing.ScenarioEngine;
import io.growthline.domain.pricing.ScenarioRequest;
import io.growthline.domain.scoring.CustomerScore;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.Models;
import io.growthline.pipelines.models.FileSystemsStore;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.RecordCoder;
import io.growthline.warehouse.SqlWarehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricePipelineTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

  @TempDir private Path data;

  private PriceOptions options;

  @BeforeEach
  void options() {
    options =
        PipelineOptionsFactory.fromArgs(
                "--warehouse=" + data.resolve("warehouse"),
                "--models=" + data.resolve("models"),
                "--asOf=" + AS_OF)
            .as(PriceOptions.class);
  }

  @Test
  void offersAtTwoPricesBecomeAnElasticityAndScenarios() {
    publishCustomers();
    publishOffers(AS_OF.minusDays(10));

    StageResult result = PricePipeline.run(options);

    assertThat(result.notes(), is(List.of()));
    // all and middle: 9 prices from 5.00 to 10.00, no incentive
    assertThat(
        result.tables(), is(Map.of("marts.price_elasticity", 2L, "marts.pricing_scenarios", 18L)));
    assertThat(
        rows("SELECT segment, exposures, prices, verdict FROM marts.price_elasticity ORDER BY 1"),
        contains(List.of("all", 400L, 2L, "ok"), List.of("middle", 400L, 2L, "ok")));
    List<Object> cheapest =
        rows("SELECT conversion, audience, excluded_vulnerable, churn_rate, guardrails"
                + " FROM marts.pricing_scenarios"
                + " WHERE segment = 'middle' AND price_minor = 500")
            .get(0);
    // 80 of 200 offers at 5.00 were accepted; two customers, one of them scored, one protected.
    assertThat((Double) cheapest.get(0), closeTo(0.4, 1e-9));
    assertThat(cheapest.get(1), is(2L));
    assertThat(cheapest.get(2), is(1L));
    assertThat(
        (Double) cheapest.get(3), closeTo(1 - Math.pow(0.96, Math.pow(500 / 750.0, 0.3)), 1e-9));
    assertThat(cheapest.get(4), is("protect-vulnerable"));
  }

  @Test
  void theEngineRebuiltFromTheRegistryGivesThePublishedScenarios() throws IOException {
    publishCustomers();
    publishOffers(AS_OF.minusDays(10));
    PricePipeline.run(options);

    DemandModels rebuilt = registry().demand(inProduction());
    ScenarioEngine engine = new ScenarioEngine(rebuilt);

    for (List<Object> row :
        rows(
            "SELECT segment, price_minor, incentive_minor, conversion"
                + " FROM marts.pricing_scenarios")) {
      ScenarioRequest request =
          new ScenarioRequest((String) row.get(0), (Long) row.get(1), (Long) row.get(2));
      assertThat(engine.evaluate(request).conversion().value(), is(row.get(3)));
    }
  }

  @Test
  void runningTwiceGivesTheSameTablesAndTheSameModel() throws IOException {
    publishCustomers();
    publishOffers(AS_OF.minusDays(10));
    String all = "SELECT * FROM marts.pricing_scenarios ORDER BY segment, price_minor";

    PricePipeline.run(options);
    List<List<Object>> first = rows(all);
    String version = inProduction();
    PricePipeline.run(options);

    assertThat(rows(all), is(first));
    assertThat(inProduction(), is(version));
    assertThat(registry().history(Models.DEMAND), hasSize(2));
  }

  @Test
  void offersOfTheAsOfDayAndLaterAreNotKnownYet() {
    publishCustomers();
    publishOffers(AS_OF);

    StageResult result = PricePipeline.run(options);

    assertThat(result.notes(), everyItem(startsWith("Pricing of segment")));
    assertThat(
        rows("SELECT segment, exposures, verdict FROM marts.price_elasticity ORDER BY 1"),
        contains(List.of("all", 0L, "invalid"), List.of("middle", 0L, "invalid")));
  }

  @Test
  void withoutAnyTableTheTablesAreEmptyOrInvalidAndANoteSaysWhy() {
    StageResult result = PricePipeline.run(options);

    assertThat(result.tables().get("marts.pricing_scenarios"), is(0L));
    assertThat(
        result.notes(),
        hasItem(
            "Pricing of segment all is invalid: No offers with a known outcome were shown to"
                + " eligible customers."));

    options.setAsOf(null);
    assertThat(
        PricePipeline.run(options).notes(),
        contains("No prices were analysed: there are no customers and no offers."));
  }

  private ModelRegistry registry() {
    return new ModelRegistry(new FileSystemsStore(data.resolve("models").toString()));
  }

  private String inProduction() {
    return registry().production(Models.DEMAND).orElseThrow();
  }

  private List<List<Object>> rows(String sql) {
    try (SqlWarehouse warehouse = Warehouses.sql(options.getWarehouse())) {
      return warehouse.query(sql, Map.of()).rows();
    }
  }

  /** Three customers: one with a churn score of 4 %, one without, one to protect. */
  private void publishCustomers() {
    publish(
        List.of(customer("c1", false), customer("c2", false), customer("c3", true)),
        Customer360Profile.class);
    publish(
        List.of(
            new CustomerScore("c1", "churn", "v1", AS_OF, 0.04, "low", false),
            new CustomerScore("c1", "activation", "v1", AS_OF, 0.9, "high", false)),
        CustomerScore.class);
  }

  /** 200 offers at 5.00 with 80 acceptances, 200 at 10.00 with 40, and one that must not count. */
  private void publishOffers(LocalDate day) {
    List<FctOfferOutcome> offers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      offers.add(offer("a" + i, day, 500, i < 80, false));
      offers.add(offer("b" + i, day, 1000, i < 40, false));
    }
    offers.add(offer("protected", day, 2000, true, true));
    publish(offers, FctOfferOutcome.class);
  }

  private <T extends Record> void publish(List<T> rows, Class<T> type) {
    Pipeline pipeline = Pipeline.create(options);
    WarehouseWriter writer = Warehouses.writer(options);
    writer.stage(
        pipeline.apply(Create.of(rows).withCoder(RecordCoder.of(type))), TableSpec.of(type));
    pipeline.run().waitUntilFinish();
    writer.publish();
  }

  private static FctOfferOutcome offer(
      String id, LocalDate day, long price, boolean accepted, boolean vulnerable) {
    return new FctOfferOutcome(
        id,
        "c1",
        "o1",
        null,
        null,
        null,
        null,
        day.atStartOfDay().toInstant(ZoneOffset.UTC),
        day,
        "middle",
        null,
        price,
        0,
        true,
        vulnerable,
        accepted,
        accepted ? 6 * price : null,
        accepted ? 0L : null,
        null,
        false,
        null,
        false);
  }

  /** A customer of whom nothing else is known. */
  private static Customer360Profile customer(String id, boolean vulnerable) {
    TableSpec<Customer360Profile> table = TableSpec.of(Customer360Profile.class);
    Map<String, Object> known =
        Map.of(
            "customer_id",
            id,
            "as_of",
            AS_OF,
            "income_segment",
            "middle",
            "tenure_days",
            90L,
            "vulnerable_customer",
            vulnerable,
            "plan",
            "plus",
            "plan_price_minor",
            500L,
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
