package io.growthline.domain.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceMappingTest {
  private static final String YAML =
      """
      source: survey
      format: csv
      checks:
        - require: "row.wave != '0'"
          code: not_allowed_value
          column: wave
          message: Wave 0 was a rehearsal
      tables:
        - table: nps_responses
          when: "row.score != ''"
          columns:
            event_id: "file + ':' + string(line)"
            idempotency_key: "row.id"
            customer_id: "nullIfBlank(row.customer)"
            occurred_at: "parseTimestamp(row.day, 'dd/MM/yyyy')"
            score: "int(row.score)"
      otherwise: filter
      """;

  private final SourceMapping mapping = SourceMapping.load("survey.yaml", YAML);

  @Test
  void aRowBecomesAnEventWithTheDefaultsOfTheEnvelope() {
    MappedRow mapped = mapping.apply(row("9"), 7, "a.csv", Decoded.READ_AT);

    Instant day = Instant.parse("2026-01-31T00:00:00Z");
    assertThat(
        Decoded.row(mapped.events().get(0)),
        is(new NpsResponse("a.csv:7", "r1", null, day, day, 2, "survey", 9, null)));
    assertThat(mapped.rejections(), empty());
    assertThat(mapped.read(), is(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "NaN"})
  void aRowThatNamesNoCustomerGivesAnEventOfNobody(String nobody) {
    SourceMapping shop =
        SourceMapping.load(
            "shop.yaml",
            """
            source: shop
            format: csv
            tables:
              - table: transactions
                columns:
                  event_id: "row.id"
                  idempotency_key: "row.id"
                  customer_id: "row.customer"
                  occurred_at: "parseTimestamp(row.t, 'yyyy-MM-dd')"
                  transaction_id: "row.id"
                  amount_minor: "minor(row.amount)"
                  currency: "'EUR'"
                  status: "'approved'"
            """);
    Map<String, String> row =
        Map.of("id", "7", "customer", nobody, "t", "2024-03-05", "amount", "10.00");

    Transaction purchase =
        (Transaction) Decoded.row(shop.apply(row, 7, "a", Decoded.READ_AT).events().get(0));

    assertThat(purchase.customerId(), is(nullValue()));
    assertThat(purchase.amountMinor(), is(1_000L));
  }

  @Test
  void aRequiredKeyThatNamesNothingIsMissing() {
    SourceMapping envelope =
        SourceMapping.load(
            "survey.yaml",
            YAML.replace("tables:", "fields:\n  - required: {customer_id: string}\ntables:"));
    Map<String, String> row =
        Map.of("wave", "1", "id", "r1", "customer_id", " ", "day", "31/01/2026", "score", "9");

    assertThat(
        codes(envelope.apply(row, 1, "a", Decoded.READ_AT)), contains(RejectionCode.MISSING_FIELD));
  }

  @Test
  void aRowThatNoTableTakesIsFilteredOrADeadLetterAsTheMappingSays() {
    SourceMapping strict = SourceMapping.load("survey.yaml", YAML.replace("filter", "dead_letter"));

    assertThat(mapping.apply(row(""), 1, "a.csv", Decoded.READ_AT).filtered(), is(true));
    assertThat(
        codes(strict.apply(row(""), 1, "a.csv", Decoded.READ_AT)),
        contains(RejectionCode.UNKNOWN_TABLE));
  }

  @Test
  void rowsThatCannotBeComputedAreRejectedWithTheirColumn() {
    assertThat(
        codes(mapping.apply(row("ten"), 1, "a", Decoded.READ_AT)),
        contains(RejectionCode.WRONG_TYPE));
    assertThat(
        codes(mapping.apply(row("11"), 1, "a", Decoded.READ_AT)),
        contains(RejectionCode.OUT_OF_RANGE));
    assertThat(
        codes(mapping.apply(Map.of("wave", "1"), 1, "a", Decoded.READ_AT)),
        contains(RejectionCode.MISSING_FIELD));
    Map<String, String> badDay =
        Map.of("wave", "1", "id", "r1", "customer", "", "day", "31/02/2026", "score", "9");
    MappedRow mapped = mapping.apply(badDay, 1, "a", Decoded.READ_AT);
    assertThat(codes(mapped), contains(RejectionCode.WRONG_TYPE));
    assertThat(
        mapped.rejections().get(0).rejection(),
        is(
            new Rejection(
                RejectionCode.WRONG_TYPE,
                "occurred_at",
                "survey.yaml:15: rule 1 (nps_responses), column occurred_at: not a date or time of"
                    + " the format dd/MM/yyyy in: parseTimestamp(row.day, 'dd/MM/yyyy')")));
  }

  @Test
  void whatAContractRefusesIsRejectedWithThePlaceInTheMapping() {
    assertThat(
        mapping.apply(row("11"), 1, "a", Decoded.READ_AT).rejections().get(0).rejection().cause(),
        is(
            "survey.yaml:16: rule 1 (nps_responses), column score: score must lie between 0.0 and"
                + " 10.0"));
  }

  @Test
  void aCheckThatDoesNotHoldRejectsTheRowWithItsOwnCode() {
    Map<String, String> rehearsal = Map.of("wave", "0", "score", "9");

    assertThat(
        codes(mapping.apply(rehearsal, 1, "a", Decoded.READ_AT)),
        contains(RejectionCode.NOT_ALLOWED_VALUE));
  }

  @ParameterizedTest
  @CsvSource({
    "30/06/2026, 1, ok",
    "02/07/2026, 1, future_event",
    "31/01/2204, 1, future_event",
    "01/01/1980, 1, ok",
    "31/12/1979, 1, out_of_range",
    "01/01/1970, 1, out_of_range",
    "31/12/2014, 2015-01-01, out_of_range",
    "01/01/2015, 2015-01-01, ok",
    "01/01/1950, 1950-01-01, ok"
  })
  void anEventOfATimeThatIsNotPlausibleIsRejected(String day, String notBefore, String result) {
    SourceMapping ranged =
        notBefore.equals("1")
            ? mapping
            : SourceMapping.load(
                "survey.yaml",
                YAML.replace("format: csv", "format: csv\nnot_before: " + notBefore));
    Map<String, String> row =
        Map.of("wave", "1", "id", "r1", "customer", "", "day", day, "score", "9");

    MappedRow mapped = ranged.apply(row, 1, "a", Decoded.READ_AT);

    assertThat(mapped.events().isEmpty() ? codes(mapped).get(0).code() : "ok", is(result));
  }

  @Test
  void theRejectionOfATimeSaysWhatMayBeDone() {
    Map<String, String> row =
        Map.of("wave", "1", "id", "r1", "customer", "", "day", "31/12/1979", "score", "9");

    assertThat(
        mapping.apply(row, 1, "a", Decoded.READ_AT).rejections().get(0).rejection().cause(),
        is(
            "survey.yaml:15: rule 1 (nps_responses), column occurred_at: occurred_at lies before"
                + " 1980-01-01; not_before in the mapping sets another day"));
  }

  @Test
  void oneRowMayGiveSeveralEvents() {
    String second = YAML.substring(YAML.indexOf("  - table"), YAML.indexOf("otherwise"));
    SourceMapping twice =
        SourceMapping.load(
            "survey.yaml",
            YAML.replace("otherwise", second.replace("row.id", "row.id + 'b'") + "otherwise"));

    assertThat(twice.apply(row("9"), 1, "a", Decoded.READ_AT).events().size(), is(2));
    assertThat(twice.apply(row("9"), 1, "a", Decoded.READ_AT).read(), is(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          int(row.score)     | row.day == ''       | 16: rule 1 (nps_responses), column score: "row.day == ''" must be INT64, but is bool
          int(row.score)     | int(rows.score)     | 16: rule 1 (nps_responses), column score: undeclared reference to 'rows'
          int(row.score)     | null                | 16: rule 1 (nps_responses), column score: is required, but always null
          int(row.score)     | 3 / 0               | 16: rule 1 (nps_responses), column score: cannot be computed
          score:             | mood:               | 16: rule 1 (nps_responses), column mood: not declared in raw.nps_responses
          nps_responses      | horoscopes          | 9: rule 1: unknown table horoscopes; known are campaign_contacts
          otherwise: filter  | not_before: 1899-12-31 | 17: not_before must be a day like 2015-01-31, not before 1900-01-01
          otherwise: filter  | delimiter: ¦        | 17: delimiter must be one character of ASCII, and no quote
          otherwise: filter  | not_before: soon    | 17: not_before must be a day like 2015-01-31
          format: csv        | format: xls         | 2: format must be csv, jsonl or parquet
          when:              | if:                 | 10: rule 1: unknown key if; known are table, when, for_each, columns
          code: not_allowed_value | code: bad      | 5: check 1: unknown code bad
          dd/MM/yyyy         | dd/MM/yyyy hh:mm    | 15: rule 1 (nps_responses), column occurred_at: the format names a part of a time, but no time of day
          dd/MM/yyyy         | dd/MM/YYYY          | 15: rule 1 (nps_responses), column occurred_at: the format names no day; YYYY is the year of a week
          source: survey     | source              | 2: not valid YAML
          customer_id:       | event_id:           | 14: rule 1 (nps_responses), columns: event_id appears twice
          "row.score != ''"  | "row.score" < 2     | 10: not valid YAML
          row.score != ''    | size(row)           | 10: rule 1 (nps_responses), when: "size(row)" must be true or false
          """)
  void aWrongMappingIsRefusedWithFileLineRuleAndColumn(String part, String wrong, String message) {
    MappingException e =
        assertThrows(
            MappingException.class,
            () -> SourceMapping.load("survey.yaml", YAML.replace(part, wrong)));

    assertThat(e.getMessage(), startsWith("survey.yaml:" + message));
  }

  private static List<RejectionCode> codes(MappedRow row) {
    return row.rejections().stream().map(r -> r.rejection().code()).toList();
  }

  private static Map<String, String> row(String score) {
    return Map.of("wave", "1", "id", "r1", "customer", " ", "day", "31/01/2026", "score", score);
  }
}
