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
import io.growthline.domain.metric.KpiValue;
import io.growthline.domain.growth.KpiValues;
import io.growthline.domain.growth.MartTotals;
import io.growthline.domain.growth.MartTotalsJson;
import io.growthline.domain.metric.MetricCatalogue;
import io.growthline.domain.growth.RetentionCohort;
import io.growthline.domain.monitoring.MartGroup;
import io.growthline.domain.pricing.FctOfferOutcome;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.TableTags;
import io.growthline.transforms.Unite;
import io.growthline.transforms.customer.CustomerTimelines;
import io.growthline.transforms.customer.OrphanTransactions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * All first marts as of a day from the raw tables, both under {@link TableTags}: one timeline for
 * each customer, then every table from it. Customers whose raw rows have not changed keep their
 * rows, and what they add to totals, when the input holds the published marts.
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
          TableSpec.of(FctOfferOutcome.class),
          TableSpec.of(MartGroup.class));

  /** The tables made here that hold rows of single customers. */
  private static final List<Class<? extends Record>> OF_CUSTOMERS =
      List.of(
          DimCustomer.class,
          FctTransaction.class,
          Customer360Profile.class,
          FctActivation.class,
          CustomerMonthFeatures.class,
          CustomerFeaturesLatest.class,
          FctOfferOutcome.class);

  /** The published tables that the input must hold unless all groups are built. */
  public static final List<TableSpec<? extends Record>> KEPT =
      Stream.<Class<? extends Record>>concat(OF_CUSTOMERS.stream(), Stream.of(MartGroup.class))
          .<TableSpec<? extends Record>>map(TableSpec::of)
          .toList();

  private final LocalDate asOf;
  private final int buckets;
  private final TreeMap<Integer, String> changed;
  private final String code;

  private CustomerMarts(LocalDate asOf, int buckets, Map<Integer, String> changed, String code) {
    this.asOf = asOf;
    this.buckets = buckets;
    this.changed = new TreeMap<>(changed);
    this.code = code;
  }

  /**
   * The marts from what was known at {@code asOf}.
   *
   * @param buckets as for the timelines
   * @param changed groups of customers to build, each with the run that changed it last; of all
   *     other groups the input must hold the published marts
   * @param code fingerprint of the code
   */
  public static CustomerMarts knownAt(
      LocalDate asOf, int buckets, Map<Integer, String> changed, String code) {
    return new CustomerMarts(asOf, buckets, changed, code);
  }

  @Override
  public PCollectionTuple expand(PCollectionTuple input) {
    PCollectionTuple built =
        input
            .apply(
                "Customer timelines",
                CustomerTimelines.knownAt(asOf, buckets).ofGroups(changed.keySet()))
            .apply("Build customer marts", build());
    PCollection<MartGroup> groups = groups(built);
    PCollectionTuple marts = PCollectionTuple.of(TableTags.of(MartGroup.class), all(groups, input));
    for (Class<? extends Record> type : OF_CUSTOMERS) {
      marts = addRows(marts, built, input, type);
    }
    return addTotals(marts, marts.get(TableTags.of(MartGroup.class)));
  }

  private PCollection<MartGroup> groups(PCollectionTuple built) {
    LocalDate day = asOf;
    String fingerprint = code;
    TreeMap<Integer, String> builtFrom = changed;
    KvCoder<Integer, MartTotals> coder =
        KvCoder.of(VarIntCoder.of(), SerializableCoder.of(MartTotals.class));
    List<KV<Integer, MartTotals>> none =
        changed.keySet().stream().map(group -> KV.of(group, new MartTotals())).toList();
    return PCollectionList.of(built.get(BuildCustomerMarts.TOTALS).setCoder(coder))
        .and(built.getPipeline().apply("Empty groups", Create.of(none).withCoder(coder)))
        .apply("All groups", Flatten.pCollections())
        .apply("Add up groups", Combine.perKey(addUp()))
        .apply(
            "Groups",
            MapElements.into(TypeDescriptor.of(MartGroup.class))
                .via(
                    group ->
                        new MartGroup(
                            group.getKey(),
                            day,
                            builtFrom.get(group.getKey()),
                            fingerprint,
                            MartTotalsJson.write(group.getValue()))))
        .setCoder(RecordCoder.of(MartGroup.class));
  }

  private PCollection<MartGroup> all(PCollection<MartGroup> groups, PCollectionTuple input) {
    Set<Integer> rebuilt = Set.copyOf(changed.keySet());
    return input.has(TableTags.of(MartGroup.class))
        ? PCollectionList.of(groups)
            .and(
                input
                    .get(TableTags.of(MartGroup.class))
                    .apply(
                        "Groups that stay",
                        Filter.by(g -> !rebuilt.contains((int) g.customerGroup()))))
            .apply("Groups with those that stay", Flatten.pCollections())
        : groups;
  }

  private <T extends Record> PCollectionTuple addRows(
      PCollectionTuple marts, PCollectionTuple built, PCollectionTuple input, Class<T> type) {
    PCollectionList<T> rows =
        PCollectionList.of(built.get(TableTags.of(type)).setCoder(RecordCoder.of(type)));
    if (input.has(TableTags.of(type))) {
      rows =
          rows.and(
              input
                  .get(TableTags.of(type))
                  .apply(
                      "Rows that stay in " + TableSpec.of(type).name(),
                      Filter.by(new OfOtherGroups<>(type, changed.keySet()))));
    }
    return marts.and(
        TableTags.of(type),
        withOrphans(rows, input, type)
            .apply("All rows of " + TableSpec.of(type).name(), Flatten.pCollections()));
  }

  // Transactions without a customer are in no timeline; there are few, and all are built each time.
  @SuppressWarnings("unchecked") // the rows are transactions where orphans are added
  private <T extends Record> PCollectionList<T> withOrphans(
      PCollectionList<T> rows, PCollectionTuple input, Class<T> type) {
    return type == FctTransaction.class
        ? rows.and(
            (PCollection<T>)
                input
                    .get(TableTags.of(Transaction.class))
                    .apply("Orphan transactions", OrphanTransactions.knownAt(asOf)))
        : rows;
  }

  private static Unite<MartTotals> addUp() {
    return new Unite<>(MartTotals::new, MartTotals::addAll, SerializableCoder.of(MartTotals.class));
  }

  private PCollectionTuple addTotals(PCollectionTuple marts, PCollection<MartGroup> groups) {
    LocalDate day = asOf;
    PCollection<MartTotals> totals =
        groups
            .apply(
                "Totals of groups",
                MapElements.into(TypeDescriptor.of(MartTotals.class))
                    .via(group -> MartTotalsJson.read(group.totals())))
            .setCoder(SerializableCoder.of(MartTotals.class))
            .apply("Add up", Combine.globally(addUp()));
    return marts
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
