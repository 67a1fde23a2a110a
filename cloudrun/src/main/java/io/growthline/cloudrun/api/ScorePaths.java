package io.growthline.cloudrun.api;

import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.Models;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;

/** Describes one path for each model instead of one with a parameter. */
public final class ScorePaths implements OASFilter {
  private static final String ANY = "/v1/scores/{model}";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Paths paths = api.getPaths();
    if (!paths.hasPathItem(ANY)) {
      return;
    }
    Operation any = paths.getPathItem(ANY).getPOST();
    paths.removePathItem(ANY);
    for (ModelSpec<?, ?> model : Models.ALL) {
      Operation one =
          OASFactory.createOperation()
              .summary("Probability " + model.predicts())
              .tags(any.getTags())
              .parameters(List.of())
              .requestBody(any.getRequestBody())
              .responses(any.getResponses());
      paths.addPathItem("/v1/scores/" + model.name(), OASFactory.createPathItem().POST(one));
    }
  }
}
