package io.growthline.domain.growth;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.payment;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.step;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All customers open their account on 1 January: day 30 is the 30th, day 60 is 1 March. */
class SegmentFunnelTest {
  private static final SegmentFunnel MART = new SegmentFunnel();

  private static final List<RawEvent> ACTIVATED =
      List.of(
          step("2026-01-01T01:00:00Z", "account_funded", 500L),
          transaction("2026-01-02T00:00:00Z", 1),
          transaction("2026-01-03T00:00:00Z", 1),
          transaction("2026-01-07T23:59:59Z", 1));
  private static final List<RawEvent> SIX_USES = uses(6);
  private static final RawEvent PAYS = payment("2026-01-30T23:59:59Z", "succeeded", 899);
  private static final RawEvent COMES_BACK = session("2026-01-31T00:00:00Z");

  private static final List<RawEvent> STAYS =
      customer("north", ACTIVATED, SIX_USES, List.of(PAYS, COMES_BACK));
  private static final List<RawEvent> LEAVES =
      customer("north", ACTIVATED, SIX_USES, List.of(PAYS, session("2026-03-02T00:00:00Z")));
  private static final List<RawEvent> PAYS_LATE =
      customer(
          "north",
          ACTIVATED,
          SIX_USES,
          List.of(
              payment("2026-01-29T00:00:00Z", "failed", 899),
              payment("2026-01-31T00:00:00Z", "succeeded", 899),
              COMES_BACK));
  private static final List<RawEvent> FIVE_USES =
      customer("south", ACTIVATED, uses(5), List.of(PAYS, COMES_BACK));
  private static final List<RawEvent> IS_NOT_ACTIVATED =
      customer("south", ACTIVATED.subList(0, 3), SIX_USES, List.of(PAYS, COMES_BACK));

  @Test
  void aCustomerReachesAStepWhoTookAllBefore() {
    List<SegmentFunnelStep> rows =
        rows("2026-03-02", "all", STAYS, LEAVES, PAYS_LATE, FIVE_USES, IS_NOT_ACTIVATED);

    assertThat(
        texts(rows),
        contains(
            "1 signup 5 > 5",
            "2 activation 5 > 4 bottleneck",
            "3 key_action 4 > 3",
            "4 paid 3 > 2",
            "5 month_1 2 > 1"));
    assertThat(
        rows.stream().map(SegmentFunnelStep::shareOfFirst).toList(),
        contains(1.0, 0.8, 0.6, 0.4, 0.2));
    assertThat(
        rows.stream().map(SegmentFunnelStep::shareOfPrevious).toList(),
        contains(1.0, 0.8, 0.75, 2.0 / 3, 0.5));
  }

  @Test
  void aSegmentHasItsOwnBottleneck() {
    assertThat(
        texts(rows("2026-03-02", "north", STAYS, LEAVES, PAYS_LATE, FIVE_USES)),
        contains(
            "1 signup 3 > 3",
            "2 activation 3 > 3",
            "3 key_action 3 > 3",
            "4 paid 3 > 2 bottleneck",
            "5 month_1 2 > 1"));
  }

  @Test
  void whoseSixtyDaysHaveNotPassedIsCountedApart() {
    List<SegmentFunnelStep> rows = rows("2026-03-01", "all", STAYS, LEAVES);

    assertThat(rows.get(0).isMature(), is(false));
    assertThat(rows.get(0).customersReaching(), is(0L));
    assertThat(rows.get(0).customersTooNew(), is(2L));
    assertThat(rows.get(0).shareOfFirst(), is(nullValue()));
    assertThat(rows("2026-03-02", "all", STAYS).get(0).customersTooNew(), is(0L));
  }

  @Test
  void aStepOfWhichTheSourcesTellNothingIsLeftOut() {
    List<RawEvent> withoutPayments = new ArrayList<>(STAYS);
    withoutPayments.removeIf(Payment.class::isInstance);

    assertThat(
        texts(rows("2026-03-02", "all", withoutPayments)),
        contains("1 signup 1 > 1", "2 activation 1 > 1", "3 key_action 1 > 1", "4 month_1 1 > 1"));
  }

  @SafeVarargs
  private static List<SegmentFunnelStep> rows(
      String asOf, String value, List<RawEvent>... customers) {
    LocalDate day = LocalDate.parse(asOf);
    Counts<SegmentFunnel.Taken> totals = MART.empty();
    for (List<RawEvent> events : customers) {
      MART.count(CustomerAsOf.of("c1", events, day), totals);
    }
    return MART.rows(totals, day).stream()
        .filter(row -> row.dimensionValue().equals(value))
        .toList();
  }

  private static List<String> texts(List<SegmentFunnelStep> rows) {
    return rows.stream()
        .map(
            row ->
                "%d %s %d > %d%s"
                    .formatted(
                        row.stepNumber(),
                        row.step(),
                        row.customersEntering(),
                        row.customersReaching(),
                        row.isBottleneck() ? " bottleneck" : ""))
        .toList();
  }

  @SafeVarargs
  private static List<RawEvent> customer(String region, List<RawEvent>... events) {
    return Stream.concat(
            Stream.of(profile("2026-01-01T00:00:00Z", region, "2026-01-01")),
            Stream.of(events).flatMap(List::stream))
        .toList();
  }

  private static List<RawEvent> uses(int count) {
    List<RawEvent> uses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      uses.add(event(FeatureUse.class, "2026-01-30T0" + i + ":00:00Z", "feature", "budgeting"));
    }
    return uses;
  }
}
