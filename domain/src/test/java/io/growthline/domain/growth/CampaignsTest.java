package io.growthline.domain.growth;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.growth.Campaigns.Offered;
import io.growthline.domain.growth.Campaigns.Spent;
import io.growthline.domain.mart.TableReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is worked out from the sums; the statements are tested on a warehouse. */
class CampaignsTest {
  private static final LocalDate JUNE = LocalDate.parse("2026-06-01");

  @Test
  void spendAndOffersOfACampaignAndMonthAreOneRow() {
    List<CampaignPerformance> rows =
        rows(
            List.of(
                new Spent("spring", 2026, 4, 9_000, 50_000, 300),
                new Spent("always_on", 2026, 5, 700, 100, 0)),
            List.of(
                new Offered("spring", 2026, 4, 40, 30, 6, 3_000),
                new Offered("spring", 2026, 5, 10, 0, 0, 0)));

    assertThat(
        rows,
        contains(
            row("always_on", "2026-05-01", 700, 100, 0, 0, 0, 0, 0, null, null),
            row("spring", "2026-04-01", 9_000, 50_000, 300, 40, 30, 6, 3_000, 30.0, 2_000.0),
            row("spring", "2026-05-01", 0, 0, 0, 10, 0, 0, 0, null, null)));
  }

  @Test
  void withoutSpendAndOffersThereAreNoRows() {
    assertThat(rows(List.of(), List.of()), is(empty()));
  }

  private static List<CampaignPerformance> rows(List<Spent> spent, List<Offered> offered) {
    return new Campaigns()
        .rows(
            new TableReader() {
              @Override
              public <R extends Record> List<R> rows(TableSpec<R> table) {
                throw new AssertionError("Only sums are read");
              }

              @Override
              public <R extends Record> List<R> select(
                  Class<R> row, String sql, Map<String, ?> parameters) {
                List<? extends Record> rows = row == Spent.class ? spent : offered;
                return rows.stream().map(row::cast).toList();
              }
            },
            JUNE);
  }

  private static CampaignPerformance row(
      String campaign,
      String month,
      long spend,
      long impressions,
      long clicks,
      long exposures,
      long decided,
      long acceptances,
      long incentives,
      Double perClick,
      Double perAcceptance) {
    return new CampaignPerformance(
        campaign,
        LocalDate.parse(month),
        spend,
        impressions,
        clicks,
        exposures,
        decided,
        acceptances,
        incentives,
        perClick,
        perAcceptance);
  }
}
