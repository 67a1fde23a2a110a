package io.growthline.pages.section;

import io.growthline.domain.campaign.CampaignOutcome;
import io.growthline.domain.campaign.CampaignSimulation;
import io.growthline.pages.Amounts;
import io.growthline.pages.Block;
import io.growthline.pages.Figure;
import io.growthline.pages.Figures;
import io.growthline.pages.Format;
import io.growthline.pages.Notice;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.campaign.AskedCampaign;
import io.growthline.pages.campaign.CampaignChoices;
import io.growthline.pages.campaign.CampaignForm;
import io.growthline.pages.campaign.CampaignStatements;
import io.growthline.pages.campaign.Campaigns;
import java.util.ArrayList;
import java.util.List;

/** What a campaign would bring: a form over the customers of a publication. */
public final class CampaignSimulator implements Section {
  @Override
  public String id() {
    return "campaign";
  }

  @Override
  public String title() {
    return "What if we contact them?";
  }

  @Override
  public List<Block> blocks(Source source) {
    CampaignChoices choices = CampaignChoices.of(source::query);
    AskedCampaign asked = AskedCampaign.of(source.query(), choices, source.tables().money());
    if (!source.asked("export").isEmpty()) {
      asked.orRefuse();
    }
    Campaigns campaigns = new Campaigns(source::query, source.tables().registry());
    CampaignSimulation simulation = campaigns.simulate(asked.audience(), asked.terms());
    CampaignTables tables = new CampaignTables(simulation, source);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Sentence(
            "A scenario, not a promise. The baseline is that nobody is contacted: only who would"
                + " leave and is kept counts as saved. Vulnerable customers are never addressed."));
    blocks.add(CampaignForm.of(asked, choices, source.tables().money()));
    blocks.add(new Notice(verdict(simulation), String.join(" ", simulation.reasons())));
    if (simulation.everybody() != null) {
      blocks.add(figures(simulation, source.amounts()));
      blocks.add(new Sentence(identity(simulation.everybody(), source.amounts())));
      blocks.add(tables.comparison());
      blocks.add(new Sentence(breakEven(simulation, source.amounts())));
      blocks.add(tables.bySuccess());
      blocks.add(tables.sensitivity());
    }
    blocks.add(tables.leftOut());
    if (simulation.everybody() != null) {
      CampaignStatements statements = campaigns.statements(asked.audience(), asked.terms());
      blocks.add(CampaignTables.targets(statements, source.amounts()));
    }
    return blocks;
  }

  /** A verdict only when the numbers can be used and the whole interval is on one side of zero. */
  private static String verdict(CampaignSimulation simulation) {
    return switch (simulation.verdict()) {
      case INVALID -> "Withheld.";
      case INCONCLUSIVE -> "No verdict.";
      case OK ->
          simulation.everybody().netMinor() > 0
              ? "Contacting everybody pays."
              : "Contacting everybody loses money.";
    };
  }

  private static Figures figures(CampaignSimulation simulation, Amounts amounts) {
    CampaignOutcome everybody = simulation.everybody();
    return new Figures(
        List.of(
            Figure.of("Contacts", Format.COUNT.text(everybody.contacts())),
            Figure.of("Would leave anyway", Format.COUNT.text(everybody.leavers())),
            Figure.of("Kept by the campaign", Format.COUNT.text(everybody.kept())),
            Figure.of("Net", amounts.whole().text(everybody.netMinor())),
            Figure.of("90% interval", CampaignTables.interval(everybody, amounts)),
            Figure.of("Net over cost", Format.DECIMAL_2.text(everybody.returnOnCost()))));
  }

  private static String identity(CampaignOutcome outcome, Amounts amounts) {
    return "%s saved less %s for contacts less %s of incentives to those who would have stayed is %s. Of %s contacted, %s would have stayed without the campaign."
        .formatted(
            amounts.exact().text(outcome.valueSavedMinor()),
            amounts.exact().text(outcome.contactCostMinor()),
            amounts.exact().text(outcome.stayerIncentiveMinor()),
            amounts.exact().text(outcome.netMinor()),
            Format.COUNT.text(outcome.contacts()),
            Format.COUNT.text(outcome.stayers()));
  }

  private static String breakEven(CampaignSimulation simulation, Amounts amounts) {
    String success =
        simulation.breakEvenSuccess() == null
            ? "No share of leavers kept is high enough for contacting everybody to pay."
            : "Contacting everybody pays from %s of leavers kept; the campaign is taken to keep %s (%s to %s)."
                .formatted(
                    Format.PERCENT.text(simulation.breakEvenSuccess()),
                    Format.PERCENT.text(simulation.terms().success().value()),
                    Format.PERCENT.text(simulation.terms().success().lower()),
                    Format.PERCENT.text(simulation.terms().success().upper()));
    return simulation.breakEvenIncentiveMinor() == null
        ? success
        : success
            + " It pays up to an incentive of %s."
                .formatted(amounts.exact().text(simulation.breakEvenIncentiveMinor()));
  }
}
