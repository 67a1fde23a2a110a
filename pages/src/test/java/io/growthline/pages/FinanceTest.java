package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about finance, and the overview, say of money in the fixture. */
class FinanceTest {
  private static final Page FINANCE = find("/finance");

  @TempDir static Path directory;
  private static Tables full;

  @BeforeAll
  static void publish() {
    full = PublishedFixture.full(directory);
  }

  @Test
  void revenueSaysHowItMovedAndWhatWonAndLostMost() {
    assertThat(
        page(Map.of()),
        containsString(
            "In Dec 2025 recurring revenue rose by £1,000 to £11,000. Most was won by: new"
                + " (£1,500). Most was lost by: churn, chosen (£300)."));
  }

  @Test
  void theWaterfallGoesFromOpeningToClosingAndLeavesOutNoMoney() {
    assertThat(
        page(Map.of()),
        allOf(
            containsString("<title>Opening: £10,000</title>"),
            containsString("<title>New: +£1,500</title>"),
            containsString("<title>Expansion: +£100</title>"),
            containsString("<title>Reactivation: +£50.00</title>"),
            containsString("<title>Contraction: −£50.00</title>"),
            containsString("<title>Churn, chosen: −£300</title>"),
            containsString("<title>Churn, payment failed: −£250</title>"),
            containsString("<title>Churn, unknown: −£50.00</title>"),
            containsString("<title>Closing: £11,000</title>")));
  }

  @Test
  void movementsOfAGroupAddUpFromOpeningToClosing() {
    assertThat(
        cells(row(page(Map.of("movements.dimension", "plan")), "Plus<br>")),
        is("£7,000 £1,500 £100 £50.00 −£100 £0.00 −£300 −£250 £0.00 £8,000"));
    assertThat(
        cells(row(page(Map.of("movements.dimension", "income_segment")), "High<br>")),
        is("£3,000 £0.00 £0.00 £0.00 £100 −£50.00 £0.00 £0.00 −£50.00 £3,000"));
  }

  @Test
  void leakageIsSetAgainstInvoicesDueAndTheNewestDaysStandApart() {
    String page = page(Map.of());
    assertThat(
        page,
        containsString(
            "£100 of plan revenue was lost since May 2025, 5.0% of all invoices due. The largest"
                + " kind, refund, lost £70.00 (70.0%)."));
    assertThat(cells(row(page, "Refund</th>")), is("£70.00 3.5% £50.00 2 2"));
    assertThat(cells(row(page, "Unpaid active subscription</th>")), is("£30.00 1.5% £0.00 1 1"));
  }

  @Test
  void findingsNameTheirEvidenceLinkTheCustomerAndAreFilteredByKind() {
    String findings = grid("leakage-findings", page(Map.of("leakage-findings.kind", "refund")));
    assertThat(
        findings,
        allOf(
            containsString("<a href=\"/customers/c000001\">c000001</a>"),
            containsString(">i-1</span>, <span class=\"whole-word\">p-1</span>, <span"),
            containsString("50.00 of an invoice of 50.00 was given back"),
            not(containsString("c000002"))));
    assertThat(
        "the largest first", findings.indexOf("c000001") < findings.indexOf("c000003"), is(true));
  }

  @Test
  void leakageIsNotComparedWhereNothingIsKnownToBeBilled(@TempDir Path other) {
    Tables leaks = PublishedFixture.partly(other, "revenue_leakage");
    assertThat(
        Site.page(FINANCE, Source.of(leaks)),
        containsString("lost since May 2025; what was billed is not known. The largest kind"));
  }

  @Test
  void dunningAddsUpMonthsAndSpeaksOfFirstAttemptsAlone() {
    String page = page(Map.of());
    assertThat(
        page,
        containsString(
            "Of £80.00 that failed at the first attempt, 37.5% was recovered; £40.00 is"
                + " outstanding, £10.00 written off after 60 days."));
    assertThat(
        cells(row(grid("dunning", page), "Expired card</th>")),
        is("1 £80.00 37.5% £40.00 £10.00 4.00"));
  }

  @Test
  void youngCohortsAreTooEarlyToSayAndThoseWithoutSpendAreLeftOut() {
    String page = page(Map.of());
    assertThat(
        page,
        containsString(
            "1 paid back, 1 not within the 12 or more months seen, 1 too young to say."));
    String cohorts = grid("payback", page);
    assertThat(
        row(cohorts, "<th scope=\"row\">Dec 2025</th><td>Paid search"),
        containsString("too early"));
    assertThat(
        cells(row(cohorts, "Oct 2024</th>")),
        is("10 £100 £108<br><span class=\"quiet\">margin of 12 months</span> 15 12"));
    assertThat(cohorts, not(containsString("Organic")));
  }

  @Test
  void rewardsAreAddedUpAndAMonthThatDoesNotBalanceShowsByHowMuch() {
    String page = page(Map.of());
    assertThat(
        page,
        containsString(
            "Qualified referrals entitle to £75.00; the ledger booked £75.00, settled £30.00 and"
                + " reversed £15.00. Journals that do not balance: 1."));
    assertThat(
        cells(row(grid("referrals", page), "Nov 2025</th>")),
        is("£45.00 £45.00 £30.00 £0.00 £15.00 £1.00"));
  }

  @Test
  void exceptionsAreCountedByKindAndTheLargestComeFirst() {
    String page = page(Map.of());
    assertThat(page, containsString("Referrals and the ledger disagree 3 times, about 3 rewards."));
    assertThat(
        cells(row(grid("referral-exceptions", page), "Missing posting</th>")), is("2 £15.00"));
    String worst = grid("referral-exceptions-worst", page);
    assertThat(worst.indexOf("w-2") < worst.indexOf("w-1"), is(true));
    assertThat(worst.indexOf("w-1") < worst.indexOf("w-3"), is(true));
  }

  @Test
  void theOverviewLinksKindsOfLeakageAndNamesLateTables() {
    String page = Site.page(find("/"), Source.of(full));
    assertThat(
        page,
        allOf(
            containsString("<a href=\"/finance?leakage-findings.kind=refund#leakage\">Refund</a>"),
            containsString("1 of 2 tables that promise to be fresh are late.")));
    assertThat(
        row(grid("freshness", page), "raw.<wbr>transactions"),
        allOf(containsString(">5 days old<"), containsString("Spend is wrong.")));
  }

  @Test
  void withoutRowsEverySectionSaysWhy(@TempDir Path nothing) {
    Source empty = Source.of(PublishedFixture.empty(nothing));
    assertThat(
        Site.page(FINANCE, empty),
        allOf(
            containsString("No month with subscriptions has ended yet"),
            containsString("No money of plans is known to be lost."),
            containsString("No payment failed in a month that has ended."),
            containsString("Without campaign spend there is nothing to pay back."),
            containsString("No referral with a reward is known."),
            containsString("Referrals and the ledger of rewards agree")));
    assertThat(
        Site.page(find("/"), empty),
        containsString("No table that promises to be fresh has been judged yet."));
  }

  @Test
  void everyGridOfThePageIsExported() {
    for (String grid :
        new String[] {
          "movements",
          "leakage",
          "leakage-findings",
          "dunning",
          "payback",
          "referrals",
          "referral-exceptions",
          "referral-exceptions-worst"
        }) {
      assertThat(grid, Site.csv(FINANCE, Source.of(full), grid).lines().count() > 1, is(true));
    }
    assertThat(
        Site.csv(FINANCE, Source.of(full), "leakage-findings"),
        startsWith("customer_id,finding_id,kind,subscription_id,invoice_id,payment_id"));
  }

  private static String page(Map<String, String> query) {
    return Site.page(FINANCE, new Source(full, Map.of(), query));
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
    return Pages.ALL.stream().filter(p -> p.path().equals(path)).findFirst().orElseThrow();
  }
}
