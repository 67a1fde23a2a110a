package io.growthline.cloudrun.dashboard;

import io.growthline.cloudrun.data.NotPublishedException;
import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** The dashboard: the overview, and the fragments that it reloads. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class DashboardResource {
  private final PublishedWarehouse warehouse;

  DashboardResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @CheckedTemplate(basePath = "", requireTypeSafeExpressions = true)
  static class Templates {
    private Templates() {}

    static native TemplateInstance overview(Page.Overview page);

    static native TemplateInstance empty(String reason);

    static native TemplateInstance pricing(Page.WhatIf panel);

    static native TemplateInstance customers(List<Page.AtRisk> customers);
  }

  /** What the pricing form sends; texts, so that a bad number shows the default, not an error. */
  public static class Scenario {
    @QueryParam("segment")
    String segment;

    @QueryParam("price_minor")
    String price;

    @QueryParam("incentive_minor")
    String incentive;
  }

  @GET
  @Operation(hidden = true)
  public String overview(@BeanParam Scenario scenario) {
    try {
      return warehouse.read(snapshot -> overview(snapshot, scenario));
    } catch (NotPublishedException e) {
      return Templates.empty(e.getMessage()).render();
    }
  }

  static String overview(Snapshot snapshot, Scenario scenario) {
    Page.WhatIf panel =
        WhatIfPanel.show(
            snapshot, scenario.segment, number(scenario.price), number(scenario.incentive));
    return Templates.overview(OverviewPage.of(snapshot, panel)).render();
  }

  @POST
  @Path("fragments/pricing")
  @Operation(hidden = true)
  public String pricing(
      @RestForm("segment") String segment,
      @RestForm("price_minor") String price,
      @RestForm("incentive_minor") String incentive) {
    return warehouse.read(
        snapshot ->
            Templates.pricing(WhatIfPanel.show(snapshot, segment, number(price), number(incentive)))
                .render());
  }

  @GET
  @Path("fragments/customers")
  @Operation(hidden = true)
  public String customers(
      @QueryParam("search") @DefaultValue("") String search,
      @QueryParam("band") @DefaultValue("") String band) {
    return warehouse.read(
        snapshot -> Templates.customers(OverviewQueries.atRisk(snapshot, search, band)).render());
  }

  private static Long number(String text) {
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
