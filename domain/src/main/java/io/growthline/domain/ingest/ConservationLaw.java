package io.growthline.domain.ingest;

import io.growthline.domain.monitoring.SourceAccount;
import java.util.List;

/** {@code read = written + duplicates + dead-lettered + filtered}, for every source and table. */
public final class ConservationLaw {
  private ConservationLaw() {}

  /** One sentence for each account that does not balance; empty when nothing was lost. */
  public static List<String> violations(List<SourceAccount> accounts) {
    return accounts.stream()
        .filter(account -> !account.balanced())
        .map(
            a ->
                String.format(
                    "Source %s, table %s, does not balance: read %d, but written %d + duplicates %d"
                        + " + dead-lettered %d + filtered %d. Nothing was published.",
                    a.source(),
                    a.tableName(),
                    a.read(),
                    a.written(),
                    a.duplicates(),
                    a.deadLettered(),
                    a.filtered()))
        .toList();
  }
}
