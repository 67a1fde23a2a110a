package io.growthline.domain.monitoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.Referral;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.metric.KpiValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class QualityScoresTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);
  private static final TableSpec<?> TRANSACTIONS = TableSpec.of(Transaction.class);
  private static final TableSpec<?> KPIS = TableSpec.of(KpiValue.class);
  private static final LocalDate YESTERDAY = AS_OF.minusDays(1);

  @Test
  void aSoundTableIsOkAndSaysWhatCouldNotBeJudged() {
    DataQualityScore score =
        score(check("*", "unique_key", 200, 0), check("a", "not_null", 200, 0));

    assertThat(score.overall(), is(1.0));
    assertThat(score.status(), is("ok"));
    assertThat(score.worstDimension(), is(nullValue()));
    assertThat(score.businessRisk(), is(nullValue()));
    assertThat(
        score.withheldBecause(),
        is(
            "validity: no column has limits; integrity: no column refers to another table;"
                + " volume: fewer than 6 earlier days have a run"));
  }

  @Test
  void aDimensionIsItsWorstCheck() {
    DataQualityScore score =
        score(
            check("*", "unique_key", 200, 1),
            check("a", "not_null", 200, 0),
            check("b", "not_null", 200, 50),
            check("a", "allowed", 200, 10),
            check("b", "range", 200, 20),
            check("customer_id", "references", 200, 2));

    assertThat(score.uniqueness(), is(0.995));
    assertThat(score.completeness(), is(0.75));
    assertThat(score.validity(), is(0.9));
    assertThat(score.integrity(), is(0.99));
    assertThat(score.worstDimension(), is("completeness"));
    // (0.75 + 0.995 + 0.9 + 0.99 + 1 for freshness) / 5
    assertThat(score.overall(), is(closeTo(0.927, 1e-12)));
    assertThat(score.status(), is("warn"));
    assertThat(score.businessRisk(), containsString("churn score"));
  }

  @Test
  void rejectedRecordsLackInValidityAndUnexplainedOnesInIntegrity() {
    SourceAccount account = new SourceAccount("", "transactions", 100, 80, 5, 10, 0, 0);
    DataQualityScore score = score(measured(YESTERDAY, account, 20, List.of(), sound(80)));

    assertThat(score.validity(), is(0.8));
    assertThat(score.integrity(), is(0.95));
    assertThat(score.duplicates(), is(5L));
    assertThat(score.rejected(), is(20L));
  }

  @Test
  void aTableIsFreshForThePromisedDaysAndThenLessAndLess() {
    assertThat(fresh(AS_OF.minusDays(1)), is(1.0));
    assertThat(fresh(AS_OF.minusDays(2)), is(1.0));
    assertThat(fresh(AS_OF.minusDays(4)), is(0.5));
    assertThat(fresh(null), is(nullValue()));
  }

  @Test
  void aTableOfWhatHappensNowAndThenIsNotJudgedByItsNewestRow() {
    DataQualityScore score =
        QualityScores.standard()
            .score(
                TableSpec.of(Referral.class),
                AS_OF,
                measured(AS_OF.minusDays(300), null, 0, List.of(), sound(10)));

    assertThat(score.freshness(), is(nullValue()));
    assertThat(score.withheldBecause(), containsString("freshness: the contract promises none"));
  }

  @Test
  void theRowsAddedADayAreComparedWithThoseOfEarlierRuns() {
    // 100 rows a day, give or take 2: median 100, MAD 2, band 3 · 1.4826 · 2 = 8.8956, at least 10.
    List<TableSize> earlier = sizes(1000, 1098, 1200, 1300, 1398, 1500);

    assertThat(volume(earlier, 1600), is(1.0));
    assertThat(volume(earlier, 1610), is(1.0));
    assertThat(volume(earlier, 1500), is(0.1));
    assertThat(volume(earlier, 1), is(closeTo(10.0 / 1599, 1e-12)));
  }

  @Test
  void runsThatAreDaysApartAddTheirRowsByTheDay() {
    List<TableSize> earlier = new ArrayList<>(sizes(1000, 1100, 1200, 1300, 1400, 1500));
    earlier.remove(2);
    earlier.add(0, new TableSize(AS_OF.minusDays(9), 700));

    assertThat(volume(earlier, 1600), is(1.0));
  }

  @Test
  void fewEarlierDaysSayNothingOfTheUsualVolume() {
    List<TableSize> five = sizes(10, 20, 30, 40, 50);
    List<TableSize> sameDay = new ArrayList<>(five);
    sameDay.addAll(Collections.nCopies(10, new TableSize(AS_OF, 60)));

    assertThat(volume(five, 60), is(nullValue()));
    assertThat("a repeated run is no earlier one", volume(sameDay, 60), is(nullValue()));
  }

  @Test
  void whatWasCheckedInPartHasNoVolume() {
    DataQualityResult part =
        new DataQualityResult(
            AS_OF, "raw.transactions", "*", "unique_key", 5, 0, "pass", AS_OF.minusDays(7));
    DataQualityScore score =
        score(measured(YESTERDAY, null, 0, sizes(1, 2, 3, 4, 5, 6), List.of(part)));

    assertThat(score.volume(), is(nullValue()));
    assertThat(
        score.withheldBecause(), containsString("volume: only the newest days were counted"));
  }

  @Test
  void anEmptyTableIsWithheldAndNeverZero() {
    DataQualityScore score = score(check("*", "unique_key", 0, 0));

    assertThat(score.overall(), is(nullValue()));
    assertThat(score.status(), is("withheld"));
    assertThat(score.withheldBecause(), is("all: the table has no rows"));
    assertThat(score.businessRisk(), is(nullValue()));
  }

  @Test
  void theMeanDecidesUnlessOneDimensionIsBelowHalf() {
    assertThat(statusOfMarts(1000, 100), is("ok"));
    assertThat(statusOfMarts(1000, 101), is("warn"));
    assertThat(statusOfMarts(1000, 201), is("bad"));
    assertThat(statusOfMarts(1000, 500), is("bad"));
    assertThat(statusOfMarts(1000, 501), is("critical"));
  }

  @Test
  void everyTableHasARiskAndEveryRiskATable() {
    Set<String> risks = QualityScores.standard().risks();
    Set<String> known =
        Contracts.all().stream()
            .flatMap(table -> List.of(table.id(), table.dataset()).stream())
            .collect(Collectors.toSet());

    assertThat(known.containsAll(risks), is(true));
    assertThat(risks.containsAll(Set.of("raw", "marts", "scores")), is(true));
  }

  @Property(tries = 200)
  void everyScoreIsBetweenZeroAndOneAndTheOverallOneBetweenTheOthers(
      @ForAll @LongRange(min = 1, max = 1000) long rows,
      @ForAll @LongRange(max = 1000) long failures,
      @ForAll @LongRange(min = 1, max = 4000) long read,
      @ForAll @LongRange(max = 2000) long written,
      @ForAll @LongRange(min = 1, max = 500) long age) {
    SourceAccount account = new SourceAccount("", "transactions", read, written, 3, 2, 1, 0);
    DataQualityScore score =
        score(
            measured(
                AS_OF.minusDays(age),
                account,
                2,
                sizes(10, 20, 30, 40, 50, 60),
                List.of(
                    check("*", "unique_key", rows, Math.min(rows, failures)),
                    check("a", "not_null", rows, 0))));

    List<Double> all =
        List.of(
            score.completeness(),
            score.uniqueness(),
            score.validity(),
            score.integrity(),
            score.freshness(),
            score.volume());
    assertThat(all, everyItem(notNullValue()));
    for (double value : all) {
      assertThat(value >= 0 && value <= 1, is(true));
    }
    // The sum of equal numbers may end a last digit off.
    assertThat(score.overall() >= Collections.min(all) - 1e-12, is(true));
    assertThat(score.overall() <= Collections.max(all) + 1e-12, is(true));
  }

  /** Of two dimensions one is perfect. */
  private static String statusOfMarts(long rows, long failures) {
    return QualityScores.standard()
        .score(
            KPIS,
            AS_OF,
            measured(
                null,
                null,
                0,
                List.of(),
                List.of(check("*", "unique_key", rows, failures), check("a", "not_null", rows, 0))))
        .status();
  }

  private static Double fresh(LocalDate newest) {
    return score(measured(newest, null, 0, List.of(), sound(10))).freshness();
  }

  private static Double volume(List<TableSize> earlier, long rows) {
    return score(measured(YESTERDAY, null, 0, earlier, sound(rows))).volume();
  }

  private static List<DataQualityResult> sound(long rows) {
    return List.of(check("*", "unique_key", rows, 0));
  }

  /** Sizes on the days before the as-of day, the last one a day before. */
  private static List<TableSize> sizes(long... rows) {
    return LongStream.range(0, rows.length)
        .mapToObj(i -> new TableSize(AS_OF.minusDays(rows.length - i), rows[(int) i]))
        .toList();
  }

  private static DataQualityScore score(DataQualityResult... checks) {
    return score(measured(YESTERDAY, null, 0, List.of(), List.of(checks)));
  }

  private static DataQualityScore score(QualityScores.Measured measured) {
    return QualityScores.standard().score(TRANSACTIONS, AS_OF, measured);
  }

  private static QualityScores.Measured measured(
      LocalDate newest,
      SourceAccount account,
      long rejected,
      List<TableSize> earlier,
      List<DataQualityResult> checks) {
    return new QualityScores.Measured(checks, newest, account, rejected, earlier);
  }

  private static DataQualityResult check(String column, String name, long rows, long failures) {
    return new DataQualityResult(
        AS_OF,
        "raw.transactions",
        column,
        name,
        rows,
        failures,
        failures == 0 ? "pass" : "fail",
        null);
  }
}
