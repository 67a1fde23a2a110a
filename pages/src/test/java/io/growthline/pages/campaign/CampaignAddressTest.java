package io.growthline.pages.campaign;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.campaign.CampaignAudience;
import io.growthline.domain.campaign.CampaignTerms;
import io.growthline.domain.decision.ProbabilityRange;
import io.growthline.domain.money.Money;
import io.growthline.domain.pricing.Estimate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CampaignAddressTest {
  private static final CampaignChoices CHOICES =
      new CampaignChoices(
          List.of("declining", "new_growing"), List.of("low"), List.of("high"), List.of("none"));
  private static final CampaignTerms TERMS =
      new CampaignTerms(1_234, 10_000_000, 1 / 3.0, new Estimate(0.17, 0.07, 0.29));

  @Test
  void anAddressHoldsTheWholeCampaign() {
    CampaignAudience audience =
        new CampaignAudience(
            List.of("declining", "new_growing"),
            List.of("low"),
            List.of("high"),
            List.of("none"),
            new ProbabilityRange(0.07, 0.7),
            199L,
            1 / 7.0);
    for (Money money : List.of(Money.of("GBP"), Money.of("JPY"), Money.UNKNOWN)) {
      AskedCampaign read =
          AskedCampaign.of(CampaignAddress.values(audience, TERMS, money), CHOICES, money);
      assertThat(read.ignored(), is(empty()));
      assertThat(read.audience(), is(audience));
      assertThat(read.terms(), is(TERMS));
    }
  }

  @Test
  void anEmptyAddressAsksForEverybodyAtTheTermsOfARetentionCall() {
    AskedCampaign asked = AskedCampaign.of(Map.of(), CHOICES, Money.of("GBP"));
    assertThat(asked.audience(), is(CampaignAudience.ALL));
    assertThat(asked.terms(), is(new CampaignTerms(500, 0, 1, new Estimate(0.2, 0.08, 0.32))));
  }

  @Test
  void aQueryIsEncoded() {
    assertThat(
        CampaignAddress.query(
            CampaignAudience.ALL,
            new CampaignTerms(50, 0, 1, new Estimate(0.2, 0.1, 0.3)),
            Money.of("GBP")),
        is("?contact=0.50&incentive=0.00&success=20&success_high=30&success_low=10&take_up=100"));
  }
}
