package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.pages.campaign.CampaignAddress;
import io.growthline.pages.campaign.CampaignChoices;
import io.growthline.pages.campaign.Campaigns;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Simulated campaigns: scenarios with intervals, never promises. */
@Path("/v1/campaigns/simulations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CampaignsResource {
  private final PublishedWarehouse warehouse;

  CampaignsResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @POST
  @Operation(
      summary = "What a campaign that keeps customers would bring",
      description =
          "The baseline is that nobody is contacted: only who would leave and is kept counts as"
              + " saved, and incentives to those who would have stayed are a cost. Vulnerable and"
              + " former customers are never in the audience.")
  public CampaignResponse simulate(
      @RequestBody(content = @Content(schema = @Schema(implementation = CampaignRequest.class)))
          InputStream body) {
    CampaignQuestion question = CampaignQuestion.of(JsonBody.read(body, CampaignRequest.class));
    return warehouse.read(snapshot -> answer(snapshot, question));
  }

  private static CampaignResponse answer(Snapshot snapshot, CampaignQuestion question) {
    question.requireKnown(CampaignChoices.of(snapshot::query));
    Campaigns campaigns = new Campaigns(snapshot::query, snapshot.models().registry());
    return CampaignResponse.of(
        campaigns.simulate(question.audience(), question.terms()),
        snapshot.asOf(),
        Answer.currency(snapshot),
        "/campaigns"
            + CampaignAddress.query(question.audience(), question.terms(), snapshot.money()));
  }
}
