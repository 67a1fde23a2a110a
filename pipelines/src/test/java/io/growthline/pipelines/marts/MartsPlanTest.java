package io.growthline.pipelines.marts;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.monitoring.CustomerGroup;
import io.growthline.domain.monitoring.MartGroup;
import io.growthline.transforms.mart.MartPlan;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Groups are built again when their rows, the day or the code have changed, and no others. */
class MartsPlanTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

  private final List<CustomerGroup> changed = new ArrayList<>();
  private final List<MartGroup> built = new ArrayList<>();

  MartsPlanTest() {
    for (int group : CustomerGroups.all()) {
      changed.add(new CustomerGroup(group, "run-1"));
      built.add(new MartGroup(group, DAY, "run-1", "code", "totals"));
    }
  }

  @Test
  void whatWasBuiltFromTheNewestRowsIsNotBuiltAgain() {
    assertThat(plan(DAY, "code").changed(), is(anEmptyMap()));
  }

  @Test
  void aGroupWhoseRowsARunHasChangedSinceIsBuiltAgain() {
    changed.set(7, new CustomerGroup(7, "run-2"));

    MartPlan plan = plan(DAY, "code");

    assertThat(plan.changed(), is(Map.of(7, "run-2")));
    assertThat(plan.isPartial(), is(true));
  }

  @Test
  void anotherDayOrOtherCodeBuildsAllGroups() {
    assertThat(plan(DAY.plusDays(1), "code").changed(), is(aMapWithSize(64)));
    assertThat(plan(DAY, "other").changed(), is(aMapWithSize(64)));
    assertThat(plan(DAY, "other").isPartial(), is(false));
  }

  @Test
  void aGroupOfWhichNobodyKnowsWhatChangedItIsAlwaysBuilt() {
    changed.remove(7);
    built.set(7, new MartGroup(7, DAY, "unknown", "code", "totals"));

    assertThat(plan(DAY, "code").changed(), is(Map.of(7, "unknown")));
  }

  @Test
  void everythingIsAllGroupsWhateverWasBuilt() {
    assertThat(
        MartsPlan.everything(DAY, new Tables(), "code", ReportingCurrency.AS_WRITTEN).changed(),
        is(aMapWithSize(64)));
  }

  private MartPlan plan(LocalDate asOf, String code) {
    return MartsPlan.of(asOf, new Tables(), code, ReportingCurrency.AS_WRITTEN);
  }

  /** Answers with all rows of the table that a statement names. */
  private final class Tables implements SqlWarehouse {
    @Override
    public QueryResult query(String sql, Map<String, ?> parameters) {
      return sql.contains(TableSpec.of(CustomerGroup.class).id())
          ? rows(TableSpec.of(CustomerGroup.class), changed)
          : rows(TableSpec.of(MartGroup.class), built);
    }

    @Override
    public void close() {}
  }

  private static <R extends Record> SqlWarehouse.QueryResult rows(
      TableSpec<R> table, List<R> rows) {
    return new SqlWarehouse.QueryResult(
        List.of(), rows.stream().map(row -> Arrays.asList(table.values(row))).toList());
  }
}
