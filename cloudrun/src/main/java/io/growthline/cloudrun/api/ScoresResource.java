package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.domain.scoring.FeatureRange;
import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.Models;
import io.growthline.domain.scoring.Scored;
import io.growthline.domain.scoring.ScoringModel;
import io.growthline.warehouse.Row;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Scores with the models in use. */
@Path("/v1/scores")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ScoresResource {
  private final PublishedWarehouse warehouse;

  ScoresResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @POST
  @Path("/{model}")
  @Operation(summary = "Probability of what a model predicts, for a customer or for given features")
  public ScoreResponse score(
      @PathParam("model") String name,
      @RequestBody(content = @Content(schema = @Schema(implementation = ScoreRequest.class)))
          InputStream body) {
    ScoreRequest request = JsonBody.read(body, ScoreRequest.class);
    ModelSpec<?, ?> spec = Models.find(name).orElseThrow(() -> unknownModel(name));
    if (request.customerId() != null && request.features() != null) {
      throw new ProblemException(
          ProblemCode.NOT_ALLOWED_VALUE, "Send customer_id or features, not both", "features");
    }
    if (request.features() == null) {
      JsonBody.require(request.customerId(), "customer_id");
    }
    return warehouse.read(
        snapshot ->
            request.features() == null
                ? known(snapshot, name, request.customerId())
                : given(spec, model(snapshot, name), request.features()));
  }

  private static void requireInRange(ModelSpec<?, ?> spec, String feature, Double value) {
    FeatureRange range = spec.latest().range(feature);
    if (value != null && !range.contains(value)) {
      throw new ProblemException(
          ProblemCode.OUT_OF_RANGE,
          feature + " must be between " + plain(range.least()) + " and " + plain(range.most()),
          "features." + feature);
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private static ScoringModel model(Snapshot snapshot, String name) {
    return snapshot
        .models()
        .scoring(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.MODEL_UNAVAILABLE,
                    "No "
                        + name
                        + " model is active; run ./growthline run and see status for the reason"));
  }

  private static ScoreResponse known(Snapshot snapshot, String name, String customerId) {
    Row row =
        snapshot.customers().features(name, customerId).orElseThrow(() -> unknown(customerId));
    LocalDate asOf = row.date("as_of") == null ? snapshot.asOf() : row.date("as_of");
    return known(model(snapshot, name), customerId, row, asOf);
  }

  private static ScoreResponse known(
      ScoringModel model, String customerId, Row row, LocalDate asOf) {
    double[] inputs = model.features().stream().mapToDouble(row::number).toArray();
    return response(model, customerId, inputs, asOf, Guardrail.of(row.flag("vulnerable_customer")));
  }

  private static ScoreResponse given(
      ModelSpec<?, ?> spec, ScoringModel model, Map<String, Double> features) {
    if (features.isEmpty()) {
      throw new ProblemException(
          ProblemCode.MISSING_FIELD,
          "features is empty; give some of " + String.join(", ", model.features()),
          "features");
    }
    for (String feature : features.keySet()) {
      if (!model.features().contains(feature)) {
        throw new ProblemException(
            ProblemCode.UNKNOWN_COLUMN,
            "There is no feature " + feature + "; known: " + String.join(", ", model.features()),
            "features." + feature);
      }
      requireInRange(spec, feature, features.get(feature));
    }
    double[] inputs =
        model.features().stream().mapToDouble(f -> Row.toNumber(features.get(f))).toArray();
    return response(
        model,
        null,
        inputs,
        null,
        List.of(Guardrail.UNKNOWN_VULNERABILITY, Guardrail.PRIORITISATION));
  }

  private static ScoreResponse response(
      ScoringModel model,
      String customerId,
      double[] inputs,
      LocalDate asOf,
      List<Guardrail> guardrails) {
    Scored scored = model.score(inputs);
    return new ScoreResponse(
        customerId,
        model.name(),
        model.version(),
        scored.probability(),
        scored.band(),
        asOf,
        scored.reasons(),
        guardrails);
  }

  private static ProblemException unknownModel(String name) {
    List<String> known = Models.ALL.stream().<String>map(ModelSpec::name).toList();
    return new ProblemException(
        ProblemCode.NOT_FOUND,
        "There is no model " + name + "; known: " + String.join(", ", known),
        "model");
  }

  private static ProblemException unknown(String customerId) {
    return new ProblemException(
        ProblemCode.NOT_FOUND,
        "No current features of customer " + customerId + ": unknown here, or already left",
        "customer_id");
  }
}
