package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.hamcrest.Matchers.stringContainsInOrder;

import io.growthline.domain.decision.RejectionReason;
import io.growthline.pages.section.InterventionPlan;
import io.growthline.pages.section.RiskRegister;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages and reports say of the plan of the fixture. */
class ActionsTest {
  private static final Page ACTIONS = find("/actions");

  @TempDir static Path directory;
  private static Tables full;

  @BeforeAll
  static void publish() {
    full = PublishedFixture.full(directory);
  }

  @Test
  void thePlanIsAnIdentityOfThoseContactedAndNobodyWhoWouldHaveStayedIsKept() {
    String markdown = markdown(full, new InterventionPlan());
    assertThat(
        markdown,
        allOf(
            containsString(
                "Plan retention-2026-01-01: 3 customers are to be contacted, and 1 more are held out"
                    + " to measure the effect. Of those contacted, 1.60 are expected to stay without"
                    + " any action, and 0.26 to stay because of it"),
            // 28.10 - 9.10 - 1.25 = 17.75; 1.6 of 3 stay.
            containsString("| £28.10 | £9.10 | £1.25 | £17.75 | 53.3% | £10.65 |"),
            containsString("| Loyalty offer | 1 | 1 | £11.70 | £0.10 | £1.25 | £10.35 |")));
  }

  @Test
  void theBudgetIsSaidWithWhatOneMoreUnitWouldBring() {
    assertThat(
        page(Map.of()),
        allOf(
            containsString(
                "Of the budget of £12.00, £10.65 is expected to be spent (88.8%). £1.00 more would"
                    + " bring £0.25."),
            containsString("keep 2 customers out for whom an action would pay"),
            containsString("measured by a model for 7 of 8 customers."),
            containsString("is assumed for 4 of 4 who were chosen."),
            not(containsString("Rules, not scores."))));
  }

  @Test
  void aPlanThatSpendsMoreThanTheBudgetIsUnconstrained(@TempDir Path other) {
    Tables plan =
        PublishedFixture.of(
            other,
            List.of(
                "INSERT INTO scores.action_rejections VALUES ('c1', 'p', DATE '2026-01-01',"
                    + " 'no_action', NULL, NULL, NULL, 0.3, 'measured', 100)",
                "INSERT INTO scores.plan_totals VALUES ('p', DATE '2026-01-01', 'a', 's', 1, 0, 0.5,"
                    + " 0.1, 900, 700, 0, 200, 700)",
                "INSERT INTO scores.budget_curve VALUES ('p', DATE '2026-01-01', 600, true, 150,"
                    + " 0.4)"));
    assertThat(
        Site.page(ACTIONS, Source.of(plan)),
        containsString(
            "The plan is unconstrained: it is expected to spend 7.00, more than the budget of 6.00."));
  }

  @Test
  void aPlanWithoutScoresSaysThatItRestsOnRules(@TempDir Path other) {
    Tables rules =
        PublishedFixture.of(
            other,
            List.of(
                "INSERT INTO scores.action_rejections VALUES ('c1', 'p', DATE '2026-01-01',"
                    + " 'no_action', NULL, NULL, NULL, 0.3, 'assumed', 100)"));
    assertThat(
        Site.page(ACTIONS, Source.of(rules)),
        allOf(
            containsString("Rules, not scores."),
            containsString("Nobody is to be contacted: all 1 customers are left out"),
            containsString("No action fits.")));
  }

  @Test
  void theQueueLeavesOutWhoIsHeldOutAndStartsWithTheMostValuable() {
    String queue = grid("queue", page(Map.of()));
    assertThat(queue, not(containsString("c000003")));
    assertThat(queue.indexOf("c000002") < queue.indexOf("c000020"), is(true));
    assertThat(queue.indexOf("c000020") < queue.indexOf("c000001"), is(true));
    assertThat(cells(row(queue, "/customers/c000002")), is("£10.35 £3.00 to £17.70 50.0% 1"));
    assertThat(row(queue, "/customers/c000020"), containsString("help</span>"));
  }

  @Test
  void theAddressFiltersTheQueue() {
    for (Map.Entry<String, String> filter :
        Map.of("action", "service_call", "owner", "service", "segment", "low", "value_band", "low")
            .entrySet()) {
      String queue = grid("queue", page(Map.of("queue." + filter.getKey(), filter.getValue())));
      assertThat(
          filter.getKey(), queue, allOf(containsString("c000020"), not(containsString("c000001"))));
    }
  }

  @Test
  void anOwnerWhoseCapacityKeepsCustomersOutIsMarked() {
    String workload = grid("workload", page(Map.of()));
    assertThat(cells(row(workload, ">Retention</a>")), is("1 £5.00 £1.40 1"));
    assertThat(row(workload, ">Retention</a>"), containsString("used up"));
    assertThat(cells(row(workload, ">Service</a>")), is("1 £4.00 £6.00 0"));
    assertThat(row(workload, ">Service</a>"), containsString("enough"));
    assertThat(workload, containsString("href=\"/actions?queue.owner=crm#queue\""));
  }

  @Test
  void quickWinsCostNoMoreThanTheMeanAndPayAtTheLowerEnd() {
    // The mean cost is 3.55; of 1.65, 4.00 and 5.00 only the first is below it.
    String wins = grid("quick-wins", page(Map.of()));
    assertThat(
        wins,
        allOf(
            containsString("c000002"),
            not(containsString("c000020")),
            not(containsString("c000001")),
            not(containsString("c000003"))));
  }

  @Test
  void curvesMarkTheBudgetOfThePolicyAndTheOptimum() {
    String page = page(Map.of());
    assertThat(
        page,
        allOf(
            containsString("With the budget of £12.00 at most £18.00 net can be expected."),
            containsString(
                "pay most to contact the 5 customers whose chance of leaving is at least 45.0%:"
                    + " £26.00 net at a cost of £15.00.")));
    assertThat(cells(row(grid("budget", page), ">£12.00<")), containsString("£0.25"));
    assertThat(
        Stream.of(page.split("<circle class=\"mark\"")).count(),
        is(1 + 2L * 2)); // two curves, each in two sizes
  }

  @Test
  void breakEvenSaysWhichActionsPayOnAverage() {
    String grid = grid("break-even", page(Map.of()));
    String[] rows = grid.split("<tr>");
    String text = String.join("\n", rows);
    assertThat(
        row(text, "Loyalty offer</th>"), allOf(containsString("10.4%"), containsString(">pays<")));
    assertThat(
        row(text, "Retention call</th>"),
        allOf(containsString("39.7%"), containsString(">does not pay<")));
    assertThat(
        row(text.substring(text.lastIndexOf("Retention call</th>")), "Retention call</th>"),
        allOf(containsString(">never pays<"), containsString("62.5%")));
  }

  @Test
  void whoIsLeftOutIsCountedByReasonAndFiltered() {
    String page = page(Map.of("left-out-customers.reason", "capacity"));
    assertThat(
        page,
        containsString(
            "Of 8 customers with a chance of leaving, 4 are in the plan and 4 are left out."));
    assertThat(cells(row(grid("left-out", page), ">Budget</a>")), is("1 £180"));
    String customers = grid("left-out-customers", page);
    assertThat(
        customers,
        allOf(
            containsString("c000005"),
            containsString("owner retention"),
            not(containsString("c000004"))));
  }

  @Test
  void everyReasonHasWords(@TempDir Path other) {
    String rows =
        Stream.of(RejectionReason.values())
            .map(
                reason ->
                    "('c%d', 'p', DATE '2026-01-01', '%s', NULL, NULL, NULL, 0.3, 'measured', 100)"
                        .formatted(reason.ordinal(), reason.text()))
            .collect(Collectors.joining(", ", "INSERT INTO scores.action_rejections VALUES ", ""));
    String reasons =
        grid("left-out", Site.page(ACTIONS, Source.of(PublishedFixture.of(other, List.of(rows)))));
    assertThat(reasons.split("<tr").length - 2, is(RejectionReason.values().length));
  }

  @Test
  void theAudienceIsComparedWithThePlanBefore() {
    String page = page(Map.of());
    assertThat(
        page,
        containsString(
            "Since the plan of 1 Dec 2025, 1 customers joined those contacted, 1 left and 1 get"
                + " another action."));
    assertThat(
        row(grid("audience", page), "c000004</a>"),
        containsString("Others are worth more of the budget."));
  }

  @Test
  void aCustomerShowsWhatWasDecidedOrWhyNothingIsDone() {
    assertThat(
        customer("c000001"),
        allOf(
            containsString("Retention call, by retention through phone; number 1 in the list"),
            containsString("90% interval −£2.00 to £4.80. Chance of leaving 50.0% (measured)")));
    assertThat(customer("c000003"), containsString("held out to measure the effect: do not"));
    assertThat(customer("c000020"), containsString("so help alone was considered."));
    assertThat(
        customer("c000005"),
        containsString(
            "Nothing is to be done. Others are worth more of the contacts that can be made. Rule or"
                + " limit: owner retention. The best action considered was retention call, expected to"
                + " bring £1.20."));
    assertThat(customer("c000007"), containsString("No plan considers this customer"));
  }

  @Test
  void theRiskRegisterAddsUpValueAtRiskAndCountsWhoIsProtected() {
    String markdown = markdown(full, new RiskRegister());
    assertThat(
        markdown,
        allOf(
            // 32 + 100 + 100 + 40 + 81 + 31 + 30
            containsString(
                "£414 are at risk: the chance of leaving times the expected margin of 7 customers; of"
                    + " 1 more the value is not known. 2 customers need protection: 1 of them are to"
                    + " be offered help, nobody an incentive."),
            containsString("| Unknown | none | 7 | £382 | 1 | 2 |"),
            containsString("| Unknown | high | 1 | £32.00 | 0 | 1 |"),
            containsString("| c000002 | Unknown | 50.0% | £200 | £100 | Loyalty offer |  |"),
            containsString(
                "| c000020 | Unknown | 40.0% | £100 | £40.00 | Service call | help only |")));
  }

  @Test
  void theStandardReportHasBoth() {
    String html = Report.STANDARD.html(full, "run-1");
    assertThat(
        html,
        allOf(
            containsString("Intervention plan</h2>"),
            containsString("Risk register</h2>"),
            not(containsString("href=\"/actions"))));
  }

  @Test
  void withoutRowsEverySectionSaysWhy(@TempDir Path nothing) {
    Tables empty = PublishedFixture.empty(nothing);
    assertThat(
        Site.page(ACTIONS, Source.of(empty)),
        stringContainsInOrder(
            "There is no plan yet",
            "Nothing is recommended",
            "Nobody is to be contacted.",
            "No owner has anything to do.",
            "Without a plan there is no budget to compare with others.",
            "No contact is that cheap and that sure to pay.",
            "there is nothing to compare.",
            "No action fits a customer whose value is known.",
            "where chances of leaving are needed, rules decide",
            "Nobody was considered yet.",
            "or there is no plan."));
    assertThat(
        markdown(empty, new RiskRegister()), containsString("Nobody is known to be at risk"));
  }

  @Test
  void everyGridOfThePageIsExported() {
    for (String grid :
        new String[] {
          "queue",
          "workload",
          "quick-wins",
          "budget",
          "profit",
          "break-even",
          "left-out",
          "left-out-customers",
          "audience"
        }) {
      assertThat(grid, Site.csv(ACTIONS, Source.of(full), grid).lines().count() > 1, is(true));
    }
    assertThat(
        Site.csv(ACTIONS, Source.of(full), "queue"),
        startsWith("customer_id,plan_id,as_of,policy,action"));
  }

  private static String markdown(Tables tables, Section section) {
    return new Report("Plan", source -> "", List.of(section)).markdown(tables, "run-1");
  }

  private static String page(Map<String, String> query) {
    return Site.page(ACTIONS, new Source(full, Map.of(), query));
  }

  private static String customer(String id) {
    return Site.page(find("/customers/{id}"), new Source(full, Map.of("id", id), Map.of()));
  }

  private static String grid(String id, String page) {
    String from = page.substring(page.indexOf("id=\"" + id + "-grid\""));
    return from.substring(0, from.indexOf("</table>"));
  }

  /** The rest of the first row that holds a text. */
  private static String row(String page, String text) {
    assertThat(page, containsString(text));
    String from = page.substring(page.indexOf(text));
    return from.substring(0, from.indexOf("</tr>"));
  }

  /** The numbers of a row. */
  private static String cells(String row) {
    return Stream.of(row.split("<td class=\"num\">"))
        .skip(1)
        .map(cell -> cell.substring(0, cell.indexOf("</td>")))
        .collect(Collectors.joining(" "));
  }

  private static Page find(String path) {
    return Pages.routed().stream().filter(p -> p.path().equals(path)).findFirst().orElseThrow();
  }
}
