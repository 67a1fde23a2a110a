package io.growthline.domain.value;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.growthline.domain.customer.Events;
import io.growthline.domain.customer.PurchaseHistories;
import io.growthline.domain.customer.PurchaseHistory;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The CDNOW sample, to which the models of customer value were first fitted. */
final class Cdnow {
  private Cdnow() {}

  /** Purchases of all 2,357 customers before a day, or skips the test where the data are absent. */
  static List<PurchaseHistory> before(LocalDate asOf) throws IOException {
    Path file =
        Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."))
            .resolve("../shared/data/cdnow_sample.csv");
    assumeTrue(Files.exists(file), "Skipped: the data file cdnow_sample.csv is absent");
    Map<String, List<Transaction>> purchases = new TreeMap<>();
    for (String line : Files.readAllLines(file).subList(1, 6_920)) {
      String[] cells = line.split(",");
      purchases
          .computeIfAbsent(cells[0], customer -> new ArrayList<>())
          .add(
              Events.transaction(
                  cells[2] + "T00:00:00Z",
                  new BigDecimal(cells[4]).movePointRight(2).longValueExact()));
    }
    List<PurchaseHistory> histories = new ArrayList<>();
    purchases.forEach(
        (customer, events) ->
            histories.addAll(
                CustomerAsOf.of(customer, events, asOf).rows(new PurchaseHistories())));
    return histories;
  }
}
