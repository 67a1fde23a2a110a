package io.growthline.cloudrun.api;

import static io.growthline.domain.scoring.Models.ACTIVATION;
import static io.growthline.domain.scoring.Models.ACTIVATION_INPUTS;
import static io.growthline.domain.scoring.Models.CHURN;

import io.growthline.cloudrun.data.Models;
import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Row;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.domain.growth.FctActivation;
import io.growthline.domain.scoring.Features;
import io.growthline.domain.scoring.Scored;
import io.growthline.domain.scoring.ScoringModel;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Scores with the models in use. */
@Path("/v1/scores")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ScoresResource {
  private static final String ACTIVATION_ROW = activationRow();

  private final PublishedWarehouse warehouse;
  private final Models models;

  ScoresResource(PublishedWarehouse warehouse, Models models) {
    this.warehouse = warehouse;
    this.models = models;
  }

  @POST
  @Path("/churn")
  @Operation(summary = "Probability that the customer leaves within 30 days")
  public ScoreResponse churn(
      @RequestBody(content = @Content(schema = @Schema(implementation = ScoreRequest.class)))
          String body) {
    return score(CHURN, body, Snapshot::onlineFeatures, "as_of");
  }

  @POST
  @Path("/activation")
  @Operation(summary = "Probability that the new customer is active by day 7")
  public ScoreResponse activation(
      @RequestBody(content = @Content(schema = @Schema(implementation = ScoreRequest.class)))
          String body) {
    return score(ACTIVATION, body, ScoresResource::activationFeatures, null);
  }

  private static Optional<Row> activationFeatures(Snapshot snapshot, String customerId) {
    return snapshot.query(ACTIVATION_ROW, Map.of("id", customerId)).stream().findFirst();
  }

  private ScoreResponse score(
      String name,
      String body,
      BiFunction<Snapshot, String, Optional<Row>> featuresOf,
      String asOfColumn) {
    ScoreRequest request = JsonBody.read(body, ScoreRequest.class);
    if (request.customerId() != null && request.features() != null) {
      throw new ProblemException(
          ProblemCode.NOT_ALLOWED_VALUE, "Send customer_id or features, not both", "features");
    }
    if (request.features() == null) {
      JsonBody.require(request.customerId(), "customer_id");
      return warehouse.read(
          snapshot -> {
            Row row =
                featuresOf
                    .apply(snapshot, request.customerId())
                    .orElseThrow(() -> unknown(request.customerId()));
            LocalDate asOf = asOfColumn == null ? snapshot.asOf() : row.date(asOfColumn);
            return known(model(name), request.customerId(), row, asOf);
          });
    }
    return given(model(name), request.features());
  }

  private ScoringModel model(String name) {
    return models
        .scoring(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.MODEL_UNAVAILABLE,
                    "No "
                        + name
                        + " model is active; run ./growthline run and see status for the reason"));
  }

  private static ScoreResponse known(
      ScoringModel model, String customerId, Row row, LocalDate asOf) {
    double[] inputs = model.features().stream().mapToDouble(row::number).toArray();
    List<Guardrail> guardrails =
        row.flag("vulnerable_customer")
            ? List.of(Guardrail.VULNERABLE, Guardrail.PRIORITISATION)
            : List.of(Guardrail.PRIORITISATION);
    return response(model, customerId, inputs, asOf, guardrails);
  }

  private static ScoreResponse given(ScoringModel model, Map<String, Double> features) {
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

  /** What was known by day 3, and nothing later: the inputs as training saw them. */
  private static String activationRow() {
    Features<FctActivation> inputs = ACTIVATION_INPUTS;
    return "SELECT "
        + inputs.names().stream()
            .map(name -> inputs.sql(name) + " AS " + name)
            .collect(Collectors.joining(", "))
        + ", coalesce((SELECT vulnerable_customer FROM marts.customer_360_profile"
        + " WHERE customer_id = @id), false) AS vulnerable_customer FROM "
        + inputs.table().id()
        + " WHERE customer_id = @id";
  }

  private static ProblemException unknown(String customerId) {
    return new ProblemException(
        ProblemCode.NOT_FOUND,
        "No current features of customer " + customerId + ": unknown here, or already left",
        "customer_id");
  }
}
