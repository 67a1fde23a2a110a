package io.growthline.domain.inclusion;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.MartTotals;
import io.growthline.domain.mart.RowSink;
import io.growthline.domain.mart.TotalMart;
import io.growthline.domain.simulate.CustomerSimulator;
import io.growthline.domain.simulate.Simulated;
import io.growthline.domain.simulate.World;
import io.growthline.domain.simulate.Worlds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is planted in synthetic customers is found again, and nothing where nothing is planted. */
class PlantedInclusionTest {
  private static final int CUSTOMERS = 500;
  private static final LocalDate AS_OF = Simulated.YEAR.end();
  private static final List<TotalMart<?, ?>> MARTS =
      List.of(
          new CustomerOutcomes(),
          new InclusionFunnel(),
          new WellbeingProxies(),
          new ProtectionActions());
  private static final World UNEQUAL =
      Worlds.with(
          "inclusion",
          Map.of("activationLogitPerConfidence", 7.0, "fundingLogitPerConfidence", 7.0));
  private static final World EQUAL =
      Worlds.with(
          "inclusion",
          Map.of(
              "activationLogitPerConfidence", 0.0,
              "fundingLogitPerConfidence", 0.0,
              "understoodLogitPerConfidence", 0.0,
              "logContactsPerConfidence", 0.0,
              "accessibilityContactFactor", 1.0));

  private static List<List<RawEvent>> customers;
  private static Map<Class<?>, List<Record>> rows;

  @BeforeAll
  static void countOnce() {
    customers = customers(UNEQUAL);
    rows = rows(totals(customers));
  }

  @Test
  void wherePeopleOfLowConfidenceAreLostTheyFareWorseAndHelpIsRecommended() {
    OutcomeGap gap =
        OutcomeGaps.rows(of(CustomerOutcome.class), AS_OF).stream()
            .filter(row -> row.outcome().equals("funded_30d"))
            .filter(row -> row.dimension().equals("digital_confidence"))
            .findFirst()
            .orElseThrow();

    assertThat(gap.worseGroup(), is("low"));
    assertThat(gap.size(), is("large"));
    assertThat(gap.qValue(), lessThan(0.01));
    assertThat(
        of(InclusionFunnelStep.class).stream()
            .filter(row -> Boolean.TRUE.equals(row.assistedRoute()))
            .filter(row -> row.needsAssisted().equals("all"))
            .map(row -> row.digitalConfidence() + " " + row.step())
            .toList(),
        hasItem("low account_funded"));
    assertThat(
        of(InclusionFunnelStep.class).stream()
            .filter(row -> row.digitalConfidence().equals("high"))
            .noneMatch(row -> Boolean.TRUE.equals(row.assistedRoute())),
        is(true));
  }

  @Test
  void whereNothingIsPlantedNobodyFaresWorse() {
    List<CustomerOutcome> outcomes =
        rows(totals(customers(EQUAL))).get(CustomerOutcome.class).stream()
            .map(CustomerOutcome.class::cast)
            .toList();
    List<OutcomeGap> gaps = OutcomeGaps.rows(outcomes, AS_OF);

    assertThat(gaps.stream().filter(gap -> gap.worseGroup() != null).toList(), is(List.of()));
    assertThat(gaps.stream().filter(gap -> gap.gap() != null).count(), greaterThan(15L));
  }

  @Test
  void mostTransfersAreLeftAloneAndFewNeedAPerson() {
    Map<String, Long> transfers = new HashMap<>();
    of(ProtectionAction.class)
        .forEach(row -> transfers.merge(row.action(), row.transfers(), Long::sum));
    long all = transfers.values().stream().mapToLong(Long::longValue).sum();

    assertThat(all, greaterThan(500L));
    assertThat((double) transfers.get("none") / all, greaterThan(0.6));
    assertThat((double) transfers.get("human_review") / all, lessThan(0.03));
    assertThat(transfers.get("human_review"), greaterThan(0L));
  }

  @Test
  void partsOfCustomersInAnyOrderAddUpToTheSameTotals() {
    List<List<RawEvent>> shuffled = new ArrayList<>(customers);
    Collections.shuffle(shuffled, new Random(3));
    MartTotals merged = totals(shuffled.subList(0, 100));
    merged.add(totals(shuffled.subList(100, shuffled.size())).toBytes());

    assertThat(rows(merged), is(rows));
  }

  private static List<List<RawEvent>> customers(World world) {
    CustomerSimulator simulator = new CustomerSimulator(world, Simulated.YEAR, 11);
    List<List<RawEvent>> all = new ArrayList<>();
    for (int number = 0; number < CUSTOMERS; number++) {
      Map<String, List<RawEvent>> events =
          simulator.simulate(number).stream()
              .collect(
                  Collectors.groupingBy(RawEvent::customerId, TreeMap::new, Collectors.toList()));
      all.addAll(events.values());
    }
    return all;
  }

  private static MartTotals totals(List<List<RawEvent>> customers) {
    MartTotals totals = new MartTotals(MARTS);
    for (List<RawEvent> events : customers) {
      totals.count(CustomerAsOf.of(events.get(0).customerId(), events, AS_OF));
    }
    return totals;
  }

  private static Map<Class<?>, List<Record>> rows(MartTotals totals) {
    Map<Class<?>, List<Record>> rows = new HashMap<>();
    totals.rows(
        AS_OF,
        new RowSink() {
          @Override
          public <R extends Record> void add(TableSpec<R> table, R row) {
            rows.computeIfAbsent(table.type(), type -> new ArrayList<>()).add(row);
          }
        });
    return rows;
  }

  private static <R extends Record> List<R> of(Class<R> table) {
    return rows.get(table).stream().map(table::cast).toList();
  }
}
