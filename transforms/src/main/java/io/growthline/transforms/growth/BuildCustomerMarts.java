package io.growthline.transforms.growth;

import io.growthline.domain.customer.Customer360;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.customer.CustomerTimeline;
import io.growthline.domain.customer.CustomerVersions;
import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.customer.FctTransaction;
import io.growthline.domain.customer.KnownEvents;
import io.growthline.domain.customer.TransactionFacts;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.feature.CustomerFeatures;
import io.growthline.domain.feature.CustomerFeaturesLatest;
import io.growthline.domain.feature.CustomerMonthFeatures;
import io.growthline.domain.feature.MonthlySnapshots;
import io.growthline.domain.growth.Activation;
import io.growthline.domain.growth.CustomerMeasures;
import io.growthline.domain.growth.FctActivation;
import io.growthline.domain.growth.MartTotals;
import io.growthline.domain.growth.OfferOutcomes;
import io.growthline.domain.pricing.FctOfferOutcome;
import io.growthline.transforms.TableTags;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Builds the rows of every customer mart from one timeline. What is counted over customers leaves
 * once for each bundle and group of customers, already added up.
 */
final class BuildCustomerMarts extends DoFn<CustomerTimeline, DimCustomer> {
  static final TupleTag<DimCustomer> CUSTOMERS = TableTags.of(DimCustomer.class);
  static final TupleTag<FctTransaction> TRANSACTIONS = TableTags.of(FctTransaction.class);
  static final TupleTag<Customer360Profile> PROFILES = TableTags.of(Customer360Profile.class);
  static final TupleTag<FctActivation> ACTIVATIONS = TableTags.of(FctActivation.class);
  static final TupleTag<CustomerMonthFeatures> SNAPSHOTS =
      TableTags.of(CustomerMonthFeatures.class);
  static final TupleTag<CustomerFeaturesLatest> LATEST = TableTags.of(CustomerFeaturesLatest.class);
  static final TupleTag<FctOfferOutcome> OFFERS = TableTags.of(FctOfferOutcome.class);
  static final TupleTag<KV<Integer, MartTotals>> TOTALS = new TupleTag<>("totals") {};

  private final LocalDate asOf;
  private transient Map<Integer, MartTotals> groups;

  BuildCustomerMarts(LocalDate asOf) {
    this.asOf = asOf;
  }

  @StartBundle
  public void startBundle() {
    groups = new TreeMap<>();
  }

  @ProcessElement
  public void processElement(@Element CustomerTimeline timeline, MultiOutputReceiver out) {
    MartTotals totals =
        groups.computeIfAbsent(CustomerGroups.of(timeline.customerId()), group -> new MartTotals());
    CustomerVersions versions = CustomerVersions.of(timeline);
    CustomerMeasures measures = new CustomerMeasures(timeline, versions, asOf, totals.measures());
    versions.all().forEach(out.get(CUSTOMERS)::output);
    for (Transaction transaction : timeline.events(Transaction.class)) {
      out.get(TRANSACTIONS)
          .output(TransactionFacts.of(transaction, versions.at(transaction.occurredAt())));
    }
    out.get(PROFILES).output(Customer360.of(timeline, asOf));
    Activation.of(timeline, asOf)
        .ifPresent(
            activation -> {
              measures.addActivation(activation);
              out.get(ACTIVATIONS).output(activation);
            });
    for (CustomerMonthFeatures snapshot : MonthlySnapshots.of(timeline, asOf)) {
      measures.addSnapshot(snapshot);
      out.get(SNAPSHOTS).output(snapshot);
    }
    CustomerFeatures.at(
            new KnownEvents(timeline, asOf.atStartOfDay(ZoneOffset.UTC).toInstant()), null)
        .map(CustomerFeatures::latest)
        .ifPresent(out.get(LATEST)::output);
    for (FctOfferOutcome offer : OfferOutcomes.of(timeline, versions)) {
      measures.addOffer(offer);
      out.get(OFFERS).output(offer);
    }
    measures.addEvents();
    totals.retention().add(timeline, asOf);
    timeline.all().stream()
        .map(RawEvent::occurredAt)
        .min(Comparator.naturalOrder())
        .ifPresent(totals::cover);
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    groups.forEach(
        (group, totals) ->
            context.output(
                TOTALS,
                KV.of(group, totals),
                GlobalWindow.INSTANCE.maxTimestamp(),
                GlobalWindow.INSTANCE));
  }
}
