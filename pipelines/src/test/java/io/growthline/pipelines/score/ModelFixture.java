package io.growthline.pipelines.score;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.feature.CustomerFeaturesLatest;
import io.growthline.domain.feature.CustomerMonthFeatures;
import io.growthline.domain.growth.FctActivation;
import io.growthline.pipelines.models.ModelOptions;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.RecordCoder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;

/**
 * Marts of a tiny bank: customers who fall silent leave, accounts that make payments early
 * activate. Customer 000007 needs protection.
 */
public final class ModelFixture {
  public static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);
  private static final int CUSTOMERS = 120;

  private final Path data;

  public ModelFixture(Path data) {
    this.data = data;
  }

  /** Options of a stage on this fixture. */
  public <O extends ModelOptions> O options(Class<O> type) {
    O options = PipelineOptionsFactory.as(type);
    options.setWarehouse(data.resolve("warehouse").toString());
    options.setModels(data.resolve("models").toString());
    options.setAsOf(AS_OF.toString());
    options.setRunId("run-1");
    return options;
  }

  /** Publishes the marts. */
  public void publish() {
    publish(latest());
  }

  /** Publishes marts in which, suddenly, nobody has been active for 59 days. */
  public void publishEverybodySilent() {
    publish(latest().stream().map(ModelFixture::silent).toList());
  }

  private void publish(List<CustomerFeaturesLatest> latest) {
    StageOptions options =
        PipelineOptionsFactory.fromArgs("--warehouse=" + data.resolve("warehouse"))
            .as(StageOptions.class);
    Pipeline pipeline = Pipeline.create(options);
    WarehouseWriter writer = Warehouses.writer(options);
    stage(pipeline, writer, CustomerMonthFeatures.class, history());
    stage(pipeline, writer, CustomerFeaturesLatest.class, latest);
    stage(pipeline, writer, FctActivation.class, accounts());
    pipeline.run().waitUntilFinish();
    writer.publish();
  }

  private static <T extends Record> void stage(
      Pipeline pipeline, WarehouseWriter writer, Class<T> type, List<T> rows) {
    TableSpec<T> table = TableSpec.of(type);
    writer.stage(
        pipeline.apply(table.name(), Create.of(rows).withCoder(RecordCoder.of(type))), table);
  }

  private static String id(int customer) {
    return "%06d".formatted(customer);
  }

  private static List<CustomerMonthFeatures> history() {
    SplittableRandom random = new SplittableRandom(1);
    List<CustomerMonthFeatures> rows = new ArrayList<>();
    for (int month = 11; month >= 1; month--) {
      LocalDate day = AS_OF.minusMonths(month);
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        long silence = random.nextInt(60);
        boolean churned = random.nextDouble() < 0.02 + 0.9 * silence * silence / 3600;
        rows.add(
            new CustomerMonthFeatures(
                id(customer),
                day,
                "north",
                "middle",
                customer == 7,
                100 + month,
                5,
                15,
                1000L,
                3000L,
                1.0,
                0,
                silence,
                15,
                0,
                4,
                0,
                2,
                0,
                0,
                0,
                0,
                0,
                null,
                churned));
      }
    }
    return rows;
  }

  private static CustomerFeaturesLatest silent(CustomerFeaturesLatest customer) {
    TableSpec<CustomerFeaturesLatest> table = TableSpec.of(CustomerFeaturesLatest.class);
    Object[] values = table.values(customer);
    values[table.indexOf("days_since_active")] = 59L;
    return table.create(values);
  }

  private static List<CustomerFeaturesLatest> latest() {
    SplittableRandom random = new SplittableRandom(2);
    List<CustomerFeaturesLatest> rows = new ArrayList<>();
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      long silence = customer == 0 ? 59 : customer == 1 ? 0 : random.nextInt(60);
      rows.add(
          new CustomerFeaturesLatest(
              id(customer),
              AS_OF,
              "north",
              "middle",
              customer == 7,
              101,
              5,
              15,
              1000L,
              3000L,
              1.0,
              0,
              silence,
              15,
              0,
              4,
              0,
              2,
              0,
              0,
              0,
              0,
              0,
              null));
    }
    return rows;
  }

  private static List<FctActivation> accounts() {
    SplittableRandom random = new SplittableRandom(3);
    List<FctActivation> rows = new ArrayList<>();
    for (int customer = 0; customer < 600; customer++) {
      LocalDate opened = AS_OF.minusDays(300 - customer / 2);
      boolean mature = opened.plusDays(8).compareTo(AS_OF) <= 0;
      long payments = random.nextInt(4);
      boolean activated = random.nextDouble() < 0.1 + 0.25 * payments;
      rows.add(
          new FctActivation(
              id(customer),
              opened,
              "search",
              "north",
              "middle",
              null,
              null,
              null,
              null,
              null,
              12.0,
              payments > 0,
              payments * 1000,
              payments,
              3,
              1,
              0,
              true,
              mature ? activated : null,
              null,
              mature));
    }
    return rows;
  }
}
