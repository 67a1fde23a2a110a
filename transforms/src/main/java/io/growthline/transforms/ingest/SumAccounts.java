package io.growthline.transforms.ingest;

import io.growthline.domain.monitoring.SourceAccount;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Adds the accounts of files and buckets up to one account per source. Accounts travel as data, so
 * that a bundle which is tried again is counted once.
 */
public final class SumAccounts
    extends PTransform<PCollection<SourceAccount>, PCollection<SourceAccount>> {
  @Override
  public PCollection<SourceAccount> expand(PCollection<SourceAccount> accounts) {
    return accounts
        .apply(WithKeys.of(SourceAccount::source).withKeyType(TypeDescriptor.of(String.class)))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), SourceAccountCoder.of()))
        .apply(Combine.perKey(SumAccounts::sum))
        .apply(Values.create())
        .setCoder(SourceAccountCoder.of());
  }

  private static SourceAccount sum(Iterable<SourceAccount> accounts) {
    SourceAccount total = null;
    for (SourceAccount account : accounts) {
      total = total == null ? account : total.plus(account);
    }
    return total;
  }
}
