package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is to be done for customers so that they stay. */
@Path("/v1/actions")
@Produces(MediaType.APPLICATION_JSON)
public class ActionsResource {
  private final PublishedWarehouse warehouse;

  ActionsResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Operation(
      summary = "The plan of actions, page by page",
      description =
          "The next page begins at next_cursor, which is absent on the last. Customers whose arm is"
              + " holdout are not to be contacted. No filter says who needs protection.")
  public Map<String, Object> actions(
      @QueryParam("action") String action,
      @QueryParam("owner") String owner,
      @QueryParam("channel") String channel,
      @QueryParam("segment") String segment,
      @QueryParam("value_band") String valueBand,
      @QueryParam("arm") String arm,
      @QueryParam("sort") @DefaultValue(ActionPage.MOST_VALUABLE) String sort,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    Parameters.requireKnown(uri, ActionPage.PARAMETERS);
    Map<String, String> filters = new LinkedHashMap<>();
    Parameters.putIfAsked(filters, "action", action);
    Parameters.putIfAsked(filters, "owner", owner);
    Parameters.putIfAsked(filters, "channel", channel);
    Parameters.putIfAsked(filters, "segment", segment);
    Parameters.putIfAsked(filters, "value_band", valueBand);
    Parameters.putIfAsked(filters, "arm", arm);
    ActionPage page =
        new ActionPage(
            filters, sort, Parameters.whole("limit", limit, 1, CustomerPage.MOST), cursor);
    return warehouse.read(page::read);
  }
}
