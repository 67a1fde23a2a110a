package io.growthline.pipelines.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.pipelines.marts.MartsOptions;
import io.growthline.pipelines.marts.MartsPipeline;
import io.growthline.pipelines.stage.StageResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand events and one of 2099, which is valid: it is kept, named, and decides nothing. */
class StrayEventTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final String STRAY =
      IngestFixture.session(7_777).replace("2026-01-05T", "2099-06-01T");

  @TempDir Path directory;

  @Test
  void aStrayEventNeitherMovesTheAsOfDayNorIsLost() {
    IngestFixture fixture = new IngestFixture(directory);
    fixture.file("sessions/usual.jsonl", usual()).file("sessions/stray.jsonl", STRAY);

    fixture.run();
    StageResult marts = marts(fixture);

    assertThat(
        marts.notes(),
        hasItem(
            "Events dated long after all others are not in the marts as of 2026-02-20: raw.sessions"
                + " e7777 (2099-06-01). Correct them, or pass --asOf to move the day."));
    assertThat(
        fixture.query("select count(*), max(year(occurred_at)) from raw.sessions"),
        contains(List.of(1_001L, 2099L)));
    assertThat(asOf(fixture), is(LocalDate.of(2026, 2, 20)));
    assertThat(
        fixture.query("select max(date) < date '2027-01-01' from marts.dim_date"),
        contains(List.of(true)));
  }

  @Test
  void theDayIsTheSameInAnyOrderOfDeliveries() {
    IngestFixture fixture = new IngestFixture(directory);
    fixture.file("sessions/stray.jsonl", STRAY).run();
    fixture.file("sessions/usual.jsonl", usual());
    IngestPipeline.run(fixture.options("run-2"));

    marts(fixture);

    assertThat(asOf(fixture), is(LocalDate.of(2026, 2, 20)));
  }

  @Test
  void aRunThatIsToldAnEarlierDayNamesTheStrayAndNoEventThatIsNone() {
    IngestFixture fixture = new IngestFixture(directory);
    fixture.file("sessions/usual.jsonl", usual()).file("sessions/stray.jsonl", STRAY).run();
    MartsOptions options = fixture.options("run-2").as(MartsOptions.class);
    options.setAsOf("2026-02-01");

    StageResult marts = MartsPipeline.run(options);

    assertThat(
        marts.notes(),
        hasItem(
            "Events dated long after all others are not in the marts as of 2026-02-01: raw.sessions"
                + " e7777 (2099-06-01). Correct them, or pass --asOf to move the day."));
  }

  @Test
  void aRunWhoseDayIsAfterTheStrayDoesNotNameIt() {
    IngestFixture fixture = new IngestFixture(directory);
    fixture.file("sessions/usual.jsonl", usual()).file("sessions/stray.jsonl", STRAY).run();
    MartsOptions options = fixture.options("run-2").as(MartsOptions.class);
    options.setAsOf("2099-06-02");

    StageResult marts = MartsPipeline.run(options);

    assertThat(marts.notes(), not(hasItem(containsString("e7777"))));
    assertThat(asOf(fixture), is(LocalDate.of(2099, 6, 2)));
  }

  @Test
  void aYearMistypedInAMappedFileIsADeadLetterAndMovesNothing() {
    IngestFixture fixture = new IngestFixture(directory);
    fixture
        .file(
            "shop/_mapping.yaml",
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
                  amount_minor: "minor(row.amount, 'EUR')"
                  currency: "'EUR'"
                  status: "'approved'"
            """)
        .file(
            "shop/shop.csv",
            "id,customer,t,amount",
            "1,A,2024-01-03,10.00",
            "2,A,2024-02-03,10.00",
            "3,A,2024-03-03,10.00",
            "4,B,2024-01-05,10.00",
            "5,B,2024-03-20,10.00",
            "6,C,2024-02-05,10.00",
            "7,C,2204-03-05,10.00",
            "8,C,0001-03-05,10.00",
            "9,C,1970-01-01,10.00");

    fixture.run();
    marts(fixture);

    assertThat(asOf(fixture), is(LocalDate.of(2024, 3, 21)));
    assertThat(
        fixture.query("select line, code from monitoring.dead_letters order by line"),
        contains(
            List.of(7L, "future_event"), List.of(8L, "out_of_range"), List.of(9L, "out_of_range")));
  }

  @Test
  void aHandfulOfStraysAmongFewEventsMovesNothingEither() {
    IngestFixture fixture = new IngestFixture(directory);
    String[] strays = {"2062", "2062", "2069", "2071", "2099"};
    fixture
        .file("sessions/usual.jsonl", Arrays.copyOf(usual(), 60))
        .file(
            "sessions/strays.jsonl",
            IntStream.range(0, 5)
                .mapToObj(
                    i ->
                        IngestFixture.session(7_000 + i)
                            .replace("2026-01-05T", strays[i] + "-06-01T"))
                .toArray(String[]::new));

    fixture.run();
    StageResult marts = marts(fixture);

    assertThat(asOf(fixture), is(LocalDate.of(2026, 1, 4)));
    assertThat(
        marts.notes(),
        hasItem(
            "Events dated long after all others are not in the marts as of 2026-01-04: raw.sessions"
                + " e7000 (2062-06-01), raw.sessions e7001 (2062-06-01), raw.sessions e7002"
                + " (2069-06-01), raw.sessions e7003 (2071-06-01), raw.sessions e7004"
                + " (2099-06-01). Correct them, or pass --asOf to move the day."));
  }

  /** Twenty sessions on each of fifty days. */
  private static String[] usual() {
    return IntStream.range(0, 1_000)
        .mapToObj(i -> IngestFixture.session(i).replace("2026-01-05", FIRST.plusDays(i / 20) + ""))
        .toArray(String[]::new);
  }

  private static StageResult marts(IngestFixture fixture) {
    return MartsPipeline.run(fixture.options("run-3").as(MartsOptions.class));
  }

  private static LocalDate asOf(IngestFixture fixture) {
    return (LocalDate)
        fixture.query("select distinct as_of from marts.customer_360_profile").get(0).get(0);
  }
}
