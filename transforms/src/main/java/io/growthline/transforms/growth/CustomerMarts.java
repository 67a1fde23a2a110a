package io.growthline.transforms.growth;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.customer.CustomerTimeline;
import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.customer.FctTransaction;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.feature.CustomerFeaturesLatest;
import io.growthline.domain.feature.CustomerMonthFeatures;
import io.growthline.domain.growth.DimDate;
import io.growthline.domain.growth.FctActivation;
import io.growthline.domain.growth.KpiValue;
import io.growthline.domain.growth.KpiValues;
import io.growthline.domain.growth.MartTotals;
import io.growthline.domain.growth.MetricCatalogue;
import io.growthline.domain.growth.RetentionCohort;
import io.growthline.domain.pricing.FctOfferOutcome;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.TableTags;
import io.growthline.transforms.customer.CustomerTimelines;
import io.growthline.transforms.customer.OrphanTransactions;
import java.time.LocalDate;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * All first marts as of a day from the raw tables, both under {@link TableTags}: one timeline for
 * each customer, then every table from it.
 */
public final class CustomerMarts extends PTransform<PCollectionTuple, PCollectionTuple> {
  /** The tables made here, in the order of the data dictionary. */
  public static final List<TableSpec<? extends Record>> TABLES =
      List.of(
          TableSpec.of(DimCustomer.class),
          TableSpec.of(DimDate.class),
          TableSpec.of(FctTransaction.class),
          TableSpec.of(Customer360Profile.class),
          TableSpec.of(FctActivation.class),
          TableSpec.of(RetentionCohort.class),
          TableSpec.of(CustomerMonthFeatures.class),
          TableSpec.of(CustomerFeaturesLatest.class),
          TableSpec.of(KpiValue.class),
          TableSpec.of(FctOfferOutcome.class));

  private final LocalDate asOf;
  private final int buckets;

  private CustomerMarts(LocalDate asOf, int buckets) {
    this.asOf = asOf;
    this.buckets = buckets;
  }

  /** The marts from what was known at {@code asOf}; {@code buckets} as for the timelines. */
  public static CustomerMarts knownAt(LocalDate asOf, int buckets) {
    return new CustomerMarts(asOf, buckets);
  }

  @Override
  public PCollectionTuple expand(PCollectionTuple raw) {
    LocalDate day = asOf;
    PCollectionTuple built =
        raw.apply("Customer timelines", CustomerTimelines.knownAt(asOf, buckets))
            .apply("Build customer marts", build());
    PCollection<MartTotals> totals =
        built
            .get(BuildCustomerMarts.TOTALS)
            .setCoder(SerializableCoder.of(MartTotals.class))
            .apply("Add up", Combine.globally(new AddTotals()));
    return rowsOfCustomers(built, orphans(raw))
        .and(TableTags.of(DimDate.class), rows(totals, "Dates", DimDate.class, t -> t.days(day)))
        .and(
            TableTags.of(RetentionCohort.class),
            rows(totals, "Retention", RetentionCohort.class, t -> t.retention().rows(day)))
        .and(
            TableTags.of(KpiValue.class),
            rows(
                totals,
                "Metrics",
                KpiValue.class,
                t -> KpiValues.of(t.measures(), MetricCatalogue.standard(), day)));
  }

  private ParDo.MultiOutput<CustomerTimeline, DimCustomer> build() {
    return ParDo.of(new BuildCustomerMarts(asOf))
        .withOutputTags(
            BuildCustomerMarts.CUSTOMERS,
            TupleTagList.of(BuildCustomerMarts.TRANSACTIONS)
                .and(BuildCustomerMarts.PROFILES)
                .and(BuildCustomerMarts.ACTIVATIONS)
                .and(BuildCustomerMarts.SNAPSHOTS)
                .and(BuildCustomerMarts.LATEST)
                .and(BuildCustomerMarts.OFFERS)
                .and(BuildCustomerMarts.TOTALS));
  }

  private PCollection<FctTransaction> orphans(PCollectionTuple raw) {
    return raw.get(TableTags.of(Transaction.class))
        .apply("Orphan transactions", OrphanTransactions.knownAt(asOf));
  }

  private static PCollectionTuple rowsOfCustomers(
      PCollectionTuple built, PCollection<FctTransaction> orphans) {
    PCollection<FctTransaction> transactions =
        PCollectionList.of(rows(built, FctTransaction.class))
            .and(orphans)
            .apply("All transactions", Flatten.pCollections());
    return PCollectionTuple.of(TableTags.of(FctTransaction.class), transactions)
        .and(TableTags.of(DimCustomer.class), rows(built, DimCustomer.class))
        .and(TableTags.of(Customer360Profile.class), rows(built, Customer360Profile.class))
        .and(TableTags.of(FctActivation.class), rows(built, FctActivation.class))
        .and(TableTags.of(CustomerMonthFeatures.class), rows(built, CustomerMonthFeatures.class))
        .and(TableTags.of(CustomerFeaturesLatest.class), rows(built, CustomerFeaturesLatest.class))
        .and(TableTags.of(FctOfferOutcome.class), rows(built, FctOfferOutcome.class));
  }

  private static <T extends Record> PCollection<T> rows(PCollectionTuple built, Class<T> type) {
    return built.get(TableTags.of(type)).setCoder(RecordCoder.of(type));
  }

  private static <T extends Record> PCollection<T> rows(
      PCollection<MartTotals> totals,
      String name,
      Class<T> type,
      SerializableFunction<MartTotals, Iterable<T>> rows) {
    return totals
        .apply(name, FlatMapElements.into(TypeDescriptor.of(type)).via(rows))
        .setCoder(RecordCoder.of(type));
  }
}
