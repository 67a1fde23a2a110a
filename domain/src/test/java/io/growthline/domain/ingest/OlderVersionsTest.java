package io.growthline.domain.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.Subscription;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that were written before their table got new columns still become rows. */
class OlderVersionsTest {
  private static final String ENVELOPE =
      """
      "event_id":"e","idempotency_key":"k","customer_id":"c","occurred_at":"2026-01-05T09:00:00Z",\
      "ingested_at":"2026-01-05T09:00:01Z","schema_version":1,"source":"app",""";

  static Stream<Arguments> versionOne() {
    return Stream.of(
        Arguments.of(
            CustomerProfile.class,
            """
            "account_opened_on":"2026-01-05","push_opt_in":true,"vulnerable_customer":false,\
            "business_account":false""",
            List.of("digital_confidence", "accessibility_need", "new_to_country")),
        Arguments.of(
            OfferExposure.class,
            """
            "exposure_id":"x","offer_id":"plus","price_minor":900,"incentive_minor":0,\
            "eligible":true""",
            List.of("product", "offer_type", "arm")),
        Arguments.of(
            Subscription.class,
            """
            "subscription_id":"s","plan":"plus","change":"cancel","price_minor":0""",
            List.of("discount_minor", "discount_ends_on", "cancel_reason")),
        Arguments.of(
            Payment.class,
            """
            "payment_id":"p","invoice_id":"i","amount_minor":900,"status":"succeeded\"""",
            List.of("attempt")));
  }

  @ParameterizedTest
  @MethodSource("versionOne")
  void whatAnOlderEventDoesNotSayIsAbsent(
      Class<? extends Record> type, String columns, List<String> since)
      throws RejectedRecordException {
    Record row = parse(TableSpec.of(type), columns);

    assertThat(values(row, since), everyItem(nullValue()));
    assertThat(values(row, List.of("event_id", "customer_id")), everyItem(not(nullValue())));
  }

  @Test
  void aMappingThatDoesNotNameTheNewColumnsStillLoads() {
    SourceMapping mapping =
        SourceMapping.load(
            "gym.yaml",
            """
            source: gym
            format: csv
            tables:
              - table: subscriptions
                columns:
                  event_id: "row.member"
                  idempotency_key: "row.member"
                  customer_id: "row.member"
                  occurred_at: "parseTimestamp(row.joined, 'yyyy-MM-dd')"
                  subscription_id: "row.member"
                  plan: "'monthly'"
                  change: "'start'"
                  price_minor: "minor(row.fee)"
            """);

    MappedRow mapped =
        mapping.apply(
            Map.of("member", "m1", "joined", "2026-01-31", "fee", "19.90"),
            1,
            "members.csv",
            Decoded.READ_AT);

    assertThat(
        Decoded.row(mapped.events().get(0)),
        is(
            Rows.of(
                Subscription.class,
                "event_id",
                "m1",
                "idempotency_key",
                "m1",
                "customer_id",
                "m1",
                "occurred_at",
                "2026-01-31T00:00:00Z",
                "ingested_at",
                "2026-01-31T00:00:00Z",
                "schema_version",
                2,
                "source",
                "gym",
                "subscription_id",
                "m1",
                "plan",
                "monthly",
                "price_minor",
                1990)));
  }

  @Test
  void anArmOutOfTheThreeIsRejected() {
    RowParser parser = new RowParser(TableSpec.of(OfferExposure.class));
    String columns =
        """
        "exposure_id":"x","offer_id":"plus","price_minor":900,"incentive_minor":0,\
        "eligible":true,"arm":"placebo\"""";

    RejectedRecordException e =
        assertThrows(
            RejectedRecordException.class,
            () -> Decoded.json(parser, "{" + ENVELOPE + columns + "}"));
    assertThat(e.rejection().code(), is(RejectionCode.NOT_ALLOWED_VALUE));
    assertThat(e.rejection().column(), is("arm"));
  }

  private static Record parse(TableSpec<? extends Record> table, String columns)
      throws RejectedRecordException {
    return Decoded.json(new RowParser(table), "{" + ENVELOPE + columns + "}");
  }

  @SuppressWarnings("unchecked") // rows are records of their own contract
  private static List<Object> values(Record row, List<String> columns) {
    TableSpec<Record> table = (TableSpec<Record>) TableSpec.of(row.getClass());
    return columns.stream().map(column -> table.value(row, table.indexOf(column))).toList();
  }
}
