package io.growthline.domain.geo;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.event.GeoTreatment;
import io.growthline.domain.mart.TableReader;
import io.growthline.domain.simulate.CampaignSpending;
import io.growthline.domain.simulate.GeoDeclarations;
import io.growthline.domain.simulate.Period;
import io.growthline.domain.simulate.Signups;
import io.growthline.domain.simulate.Signups.Signup;
import io.growthline.domain.simulate.Simulated;
import io.growthline.domain.simulate.World;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The radio campaign in Yorkshire and the North East, which lifts signups by 60 %. */
class PlantedCampaignTest {
  private static final Period PERIOD = Simulated.YEAR;
  private static final LocalDate END = PERIOD.end();

  private final List<Signup> signups = Signups.of(PERIOD, 7, 20_000);
  private final List<GeoTreatment> declared = GeoDeclarations.of(World.standard(), PERIOD);

  @Test
  void itsLiftIsRecoveredBySyntheticControl() {
    GeoIncrementality row = rows(declared).get(1);

    assertThat(row.method(), is("synthetic_control"));
    assertThat(row.verdict(), is("ok"));
    assertThat(row.lift(), closeTo(0.6, 0.15));
    assertThat(row.liftLower(), lessThan(0.6));
    assertThat(row.liftUpper(), greaterThan(0.6));
    assertThat(row.treatedRegions() + row.controlRegions(), is(11L));
    assertThat(row.postDays(), is(42L));
  }

  @Test
  void differenceInDifferencesIsWithheldAsSmallRegionsGrowByFewerSignupsThanLargeOnes() {
    GeoIncrementality row = rows(declared).get(0);

    assertThat(row.method(), is("did"));
    assertThat(row.verdict(), is("invalid"));
    assertThat(
        row.verdictReason(), startsWith("Treated regions drifted away before the treatment"));
    assertThat(row.att(), is(nullValue()));
    assertThat(row.costPerIncrementalMinor(), is(nullValue()));
  }

  @Test
  void whatItSpentInItsRegionsIsSetAgainstTheSignupsThatItBrought() {
    long spent =
        CampaignSpending.of(World.standard(), PERIOD, 7).stream()
            .filter(spend -> spend.region() != null)
            .mapToLong(CampaignSpend::spendMinor)
            .sum();

    GeoIncrementality row = rows(declared).get(1);

    assertThat(row.costMinor(), is(spent));
    assertThat(row.costPerIncrementalMinor(), closeTo(spent / row.incremental(), 1e-6));
    assertThat(row.costPerIncrementalLower(), closeTo(spent / row.incrementalUpper(), 1e-6));
  }

  @Test
  void regionsThatStartOnDifferentDaysAreNoTest() {
    GeoTreatment first = declared.get(0);
    GeoTreatment later =
        new GeoTreatment(
            "e-later",
            "later",
            null,
            first.occurredAt(),
            first.ingestedAt(),
            1,
            "marketing",
            first.testId(),
            first.metric(),
            "Wales",
            "treated",
            first.startsOn().plusDays(7),
            first.endsOn(),
            null);

    List<GeoIncrementality> rows = rows(List.of(first, later));

    assertThat(
        rows.stream().map(GeoIncrementality::verdict).toList(), contains("invalid", "invalid"));
    assertThat(rows.get(0).att() == null, is(true));
    assertThat(
        rows.get(0).verdictReason(),
        is(
            "Regions of the test have different days, %s to %s and, in Wales, %s to %s: declare a test for each in raw.geo_treatments."
                .formatted(first.startsOn(), first.endsOn(), later.startsOn(), later.endsOn())));
  }

  private List<GeoIncrementality> rows(List<GeoTreatment> treatments) {
    return new GeoTests()
        .rows(
            new TableReader() {
              @Override
              public <R extends Record> List<R> rows(TableSpec<R> table) {
                throw new AssertionError("Only statements are read");
              }

              @Override
              public <R extends Record> List<R> select(
                  Class<R> row, String sql, Map<String, ?> parameters) {
                return answer(row, treatments).stream().map(row::cast).toList();
              }
            },
            END);
  }

  private List<? extends Record> answer(Class<?> row, List<GeoTreatment> treatments) {
    if (row == GeoDeclared.Declared.class) {
      return treatments.stream()
          .map(
              t ->
                  new GeoDeclared.Declared(
                      t.testId(), t.metric(), t.region(), t.role(), t.startsOn(), t.endsOn(), null))
          .toList();
    }
    if (row == GeoDeclared.Counted.class) {
      return signups.stream()
          .collect(Collectors.groupingBy(s -> s, Collectors.counting()))
          .entrySet()
          .stream()
          .map(e -> new GeoDeclared.Counted(e.getKey().region(), e.getKey().day(), e.getValue()))
          .toList();
    }
    if (row == GeoDeclared.Known.class) {
      return signups.stream()
          .collect(
              Collectors.groupingBy(
                  Signup::region, Collectors.minBy(Comparator.comparing(Signup::day))))
          .values()
          .stream()
          .map(first -> new GeoDeclared.Known(first.get().region(), first.get().day()))
          .toList();
    }
    if (row == GeoDeclared.Spent.class) {
      return CampaignSpending.of(World.standard(), PERIOD, 7).stream()
          .filter(spend -> spend.region() != null)
          .map(spend -> new GeoDeclared.Spent(spend.region(), spend.spendMinor()))
          .toList();
    }
    return List.of();
  }
}
