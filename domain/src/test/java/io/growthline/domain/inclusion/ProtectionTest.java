package io.growthline.domain.inclusion;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.TransferCheck;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectionTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-06-01");

  @ParameterizedTest
  @CsvSource({
    "'', 99999, 0.0, none",
    "unusual_time, 1, 0.1, education",
    "'', 100000, 0.2, soft_friction",
    "new_payee first_large_payment, 1, 0.45, cooling_off",
    "new_payee first_large_payment, 100000, 0.65, cooling_off",
    "scam_contact investment new_device, 1, 0.7, human_review",
    "new_payee confirmed heeded_warning, 1, 0.0, none",
    "ignored_warning heeded_warning, 1, 0.2, soft_friction",
    "new_payee first_large_payment new_device ignored_warning scam_contact, 100000, 1.0, human_review"
  })
  void signsAddUpToASupportiveIntervention(String signs, long amount, double score, String action) {
    FctProtectionEvent row = row(check("2026-05-01T12:00:00Z", "t1", amount, signs));

    assertThat(row.score(), is(score));
    assertThat(row.action(), is(action));
  }

  @Test
  void reasonsNameWhatWasSeen() {
    assertThat(
        row(check("2026-05-01T12:00:00Z", "t1", 100_000, "new_payee confirmed")).reasons(),
        is("new_payee, large_amount, confirmed"));
    assertThat(row(check("2026-05-01T12:00:00Z", "t1", 1, "")).reasons(), is(nullValue()));
  }

  @Property(tries = 200)
  void aVulnerableCustomerGetsNeverLessHelp(@ForAll boolean[] seen, @ForAll boolean large) {
    StringBuilder signs = new StringBuilder();
    List<String> names =
        Arrays.stream(TransferSign.values())
            .filter(s -> s != TransferSign.LARGE_AMOUNT && s != TransferSign.VULNERABLE_CUSTOMER)
            .map(TransferSign::text)
            .toList();
    for (int i = 0; i < Math.min(seen.length, names.size()); i++) {
      signs.append(seen[i] ? names.get(i) + " " : "");
    }
    RawEvent check = check("2026-05-01T12:00:00Z", "t1", large ? 100_000 : 1, signs.toString());
    RawEvent vulnerable =
        event(CustomerProfile.class, "2026-01-01T00:00:00Z", "vulnerable_customer", true);

    assertThat(
        intervention(row(check, vulnerable)), greaterThanOrEqualTo(intervention(row(check))));
  }

  @Test
  void onlyWhoWasVulnerableThenCountsAsVulnerable() {
    RawEvent later =
        event(CustomerProfile.class, "2026-05-01T12:00:01Z", "vulnerable_customer", true);

    assertThat(
        row(check("2026-05-01T12:00:00Z", "t1", 1, ""), later).vulnerableCustomer(), is(false));
  }

  @Test
  void ofSeveralChecksOfATransferTheLastCounts() {
    List<FctProtectionEvent> rows =
        rows(
            check("2026-05-01T12:00:00Z", "t1", 1, "new_payee investment"),
            check("2026-05-01T13:00:00Z", "t1", 1, "new_payee investment confirmed"));

    assertThat(rows.size(), is(1));
    assertThat(rows.get(0).score(), is(0.25));
  }

  @Test
  void anAmountInAnotherCurrencyIsLargeAtAKnownRateAndNotWithoutOne() {
    RawEvent euros =
        event(
            TransferCheck.class,
            "2026-05-01T12:00:00Z",
            "amount_minor",
            110_000L,
            "currency",
            "EUR");
    ReportingCurrency without = new ReportingCurrency("GBP", List.of());
    LocalDate day = LocalDate.parse("2026-05-01");
    ReportingCurrency with =
        new ReportingCurrency(
            "GBP",
            List.of(
                new ReportingCurrency.Rate(
                    "EUR", day, 0.95, Instant.parse("2026-05-01T00:00:00Z"))));

    assertThat(
        new ProtectionEvents()
            .rows(CustomerAsOf.of("c1", List.of(euros), AS_OF, with))
            .get(0)
            .action(),
        is("soft_friction"));
    assertThat(
        new ProtectionEvents()
            .rows(CustomerAsOf.of("c1", List.of(euros), AS_OF, without))
            .get(0)
            .action(),
        is("none"));
  }

  @Test
  void totalsCountTransfersAndEachCustomerOnceByTheMostThatIsDone() {
    ProtectionActions mart = new ProtectionActions();
    Counts<ProtectionActions.Month> counts = mart.empty();
    for (int i = 0; i < 30; i++) {
      List<RawEvent> events = new ArrayList<>();
      events.add(check("2026-05-01T12:00:00Z", "t1", 1, ""));
      if (i < 3) {
        events.add(check("2026-05-02T12:00:00Z", "t2", 1, "scam_contact investment new_payee"));
      }
      mart.count(CustomerAsOf.of("c1", events, AS_OF), counts);
    }

    assertThat(
        mart.rows(counts, AS_OF).stream()
            .map(
                row ->
                    "%s %d transfers, %d of %d customers"
                        .formatted(
                            row.action(), row.transfers(), row.customers(), row.customersChecked()))
            .toList(),
        contains(
            "none 30 transfers, 27 of 30 customers",
            "education 0 transfers, 0 of 30 customers",
            "soft_friction 0 transfers, 0 of 30 customers",
            "cooling_off 0 transfers, 0 of 30 customers",
            "human_review 3 transfers, 3 of 30 customers"));
  }

  @Test
  void ofFewerThanThirtyCustomersNoShareIsTold() {
    ProtectionActions mart = new ProtectionActions();
    Counts<ProtectionActions.Month> counts = mart.empty();
    mart.count(
        CustomerAsOf.of("c1", List.of(check("2026-05-01T12:00:00Z", "t1", 1, "")), AS_OF), counts);

    assertThat(mart.rows(counts, AS_OF).get(0).customers(), is(nullValue()));
    assertThat(mart.rows(counts, AS_OF).get(0).share(), is(nullValue()));
  }

  @Test
  void rulesThatWouldGiveVulnerableCustomersLessHelpAreRefused() {
    String yaml = RULES.replace("vulnerable_customer: 0.15", "vulnerable_customer: -0.15");

    assertThat(problem(yaml), containsString("inclusion/protection.yaml: vulnerable_customer"));
  }

  @Test
  void aMissingWeightAndThresholdsThatDoNotRiseAreRefused() {
    assertThat(problem(RULES.replace("new_payee: 0.20", "")), containsString("lack new_payee"));
    assertThat(problem(RULES.replace("from: 0.45", "from: 0.20")), containsString("must rise"));
    assertThat(problem(RULES.replace("new_payee", "old_payee")), containsString("old_payee"));
  }

  private static final String RULES =
      """
      weights:
        new_payee: 0.20
        first_large_payment: 0.25
        large_amount: 0.20
        unusual_time: 0.10
        new_device: 0.20
        ignored_warning: 0.25
        scam_contact: 0.30
        investment: 0.20
        vulnerable_customer: 0.15
        confirmed: -0.15
        heeded_warning: -0.05
      large_amount_minor: 100000
      soft_friction_from: 0.20
      cooling_off_from: 0.45
      human_review_from: 0.70
      """;

  @Test
  void theShippedRulesAreThese() {
    assertThat(ProtectionRules.standard(), is(ProtectionRules.parse(RULES)));
    assertThat(
        ProtectionRules.parse(RULES).intervention(new BigDecimal("0.70")),
        is(Intervention.HUMAN_REVIEW));
  }

  private static String problem(String yaml) {
    return assertThrows(IllegalArgumentException.class, () -> ProtectionRules.parse(yaml))
        .getMessage();
  }

  private static Intervention intervention(FctProtectionEvent row) {
    return Intervention.valueOf(row.action().toUpperCase(Locale.ROOT));
  }

  private static FctProtectionEvent row(RawEvent... events) {
    return rows(events).get(0);
  }

  private static List<FctProtectionEvent> rows(RawEvent... events) {
    return new ProtectionEvents().rows(CustomerAsOf.of("c1", List.of(events), AS_OF));
  }

  private static RawEvent check(String at, String transfer, long amount, String signs) {
    List<Object> columns =
        new ArrayList<>(List.of("transfer_id", transfer, "amount_minor", amount));
    for (String sign : signs.isBlank() ? new String[0] : signs.trim().split(" ")) {
      columns.add(sign);
      columns.add(true);
    }
    return event(TransferCheck.class, at, columns.toArray());
  }
}
