package io.growthline.cloudrun.api;

import io.growthline.domain.metric.Grain;
import io.growthline.domain.metric.Metric;
import io.growthline.domain.scoring.FeatureRange;
import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.Models;
import io.growthline.pages.section.Gates;
import io.growthline.pages.section.SegmentFigures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/**
 * Adds to the OpenAPI document what models and metrics there are: one path for each model with the
 * ranges of its features, and the values by which metrics can be asked for.
 */
public final class ApiDescription implements OASFilter {
  private static final String ANY_MODEL = "/v1/scores/{model}";
  private static final String METRICS = "/v1/metrics";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Paths paths = api.getPaths();
    if (paths.hasPathItem(ANY_MODEL)) {
      Operation any = paths.getPathItem(ANY_MODEL).getPOST();
      paths.removePathItem(ANY_MODEL);
      for (ModelSpec<?, ?> model : Models.ALL) {
        paths.addPathItem(
            "/v1/scores/" + model.name(), OASFactory.createPathItem().POST(score(model, any)));
      }
    }
    choose(paths, METRICS, choices());
    choose(paths, METRICS + "/{name}", choices());
    choose(paths, METRICS + "/{name}/changes", choices());
    choose(paths, "/v1/segments", Map.of("by", SegmentFigures.names()));
    choose(paths, "/v1/monitoring/gates", Map.of("verdict", Gates.VERDICTS));
    choose(paths, "/v1/decisions", Map.of("decision", DecisionsResource.DECISIONS));
    choose(paths, "/v1/customers", CustomerPage.CHOICES);
    choose(paths, "/v1/actions", ActionPage.CHOICES);
  }

  private static void choose(Paths paths, String path, Map<String, List<String>> choices) {
    if (paths.hasPathItem(path)) {
      paths.getPathItem(path).getGET().getParameters().stream()
          .filter(parameter -> choices.containsKey(parameter.getName()))
          .forEach(p -> p.getSchema().setEnumeration(List.copyOf(choices.get(p.getName()))));
    }
  }

  private static Map<String, List<String>> choices() {
    List<Metric> metrics = MetricsResource.CATALOGUE.metrics();
    List<String> names = metrics.stream().map(Metric::name).toList();
    return Map.of(
        "metric",
        names,
        "name",
        names,
        "dimension",
        metrics.stream().flatMap(m -> m.dimensions().stream()).distinct().toList(),
        "grain",
        metrics.stream().flatMap(m -> m.grains().stream()).map(Grain::id).distinct().toList(),
        "compare",
        Comparison.With.NAMES);
  }

  private static Operation score(ModelSpec<?, ?> model, Operation any) {
    return OASFactory.createOperation()
        .summary("Probability " + model.predicts())
        .tags(any.getTags())
        .parameters(List.of())
        .requestBody(request(model))
        .responses(any.getResponses());
  }

  private static RequestBody request(ModelSpec<?, ?> model) {
    Schema features = object("Values by name; one that is absent or null counts as missing");
    for (String name : model.latest().names()) {
      FeatureRange range = model.latest().range(name);
      features.addProperty(
          name,
          OASFactory.createSchema()
              .type(List.of(SchemaType.NUMBER, SchemaType.NULL))
              .minimum(BigDecimal.valueOf(range.least()))
              .maximum(BigDecimal.valueOf(range.most())));
    }
    Schema request =
        object("A known customer, or features given by the caller: exactly one of the two")
            .addProperty("customer_id", OASFactory.createSchema().type(List.of(SchemaType.STRING)))
            .addProperty("features", features);
    Content json =
        OASFactory.createContent()
            .addMediaType("application/json", OASFactory.createMediaType().schema(request));
    return OASFactory.createRequestBody().required(true).content(json);
  }

  private static Schema object(String description) {
    return OASFactory.createSchema()
        .type(List.of(SchemaType.OBJECT))
        .description(description)
        .additionalPropertiesBoolean(false);
  }
}
