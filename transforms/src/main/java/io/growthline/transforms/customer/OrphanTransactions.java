package io.growthline.transforms.customer;

import io.growthline.domain.customer.FctTransaction;
import io.growthline.domain.customer.TransactionFacts;
import io.growthline.domain.event.Transaction;
import io.growthline.transforms.RecordCoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Facts of the transactions that name no customer, which no timeline holds. */
public final class OrphanTransactions
    extends PTransform<PCollection<Transaction>, PCollection<FctTransaction>> {
  private final Instant before;

  private OrphanTransactions(Instant before) {
    this.before = before;
  }

  public static OrphanTransactions knownAt(LocalDate asOf) {
    return new OrphanTransactions(asOf.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  @Override
  public PCollection<FctTransaction> expand(PCollection<Transaction> transactions) {
    Instant end = before;
    return transactions
        .apply(
            "Without customer",
            Filter.by(
                t ->
                    t.customerId() == null
                        && t.occurredAt().isBefore(end)
                        && t.ingestedAt().isBefore(end)))
        .apply(
            "Facts",
            MapElements.into(TypeDescriptor.of(FctTransaction.class))
                .via(t -> TransactionFacts.of(t, Optional.empty())))
        .setCoder(RecordCoder.of(FctTransaction.class));
  }
}
