package io.growthline.domain.growth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** Totals as JSON, so that those of unchanged customers can be kept from run to run. */
public final class MartTotalsJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MartTotalsJson() {}

  public static String write(MartTotals totals) {
    ObjectNode json = JSON.createObjectNode();
    totals.firstDay().ifPresent(day -> json.put("first_day", day.toString()));
    ArrayNode sources = json.putArray("sources");
    totals.measures().sources().forEach(sources::add);
    ArrayNode cells = json.putArray("cells");
    for (MeasureTotals.Cell cell : totals.measures().cells()) {
      ObjectNode measures =
          cells
              .addObject()
              .put("month", cell.month().toString())
              .put("dimension", cell.dimension())
              .put("value", cell.value())
              .putObject("measures");
      totals.measures().measured(cell).forEach((measure, sum) -> measures.put(measure.name(), sum));
    }
    ObjectNode cohorts = json.putObject("cohorts");
    totals
        .retention()
        .forEach(
            (cohort, since, customers) ->
                cohorts.withObject("/" + cohort).put(Integer.toString(since), customers));
    return json.toString();
  }

  /**
   * @throws IllegalArgumentException when the text is not what {@link #write} gives
   */
  public static MartTotals read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      MartTotals totals = new MartTotals();
      if (json.has("first_day")) {
        totals.cover(LocalDate.parse(json.get("first_day").asText()));
      }
      json.get("sources").forEach(source -> totals.measures().addSource(source.asText()));
      for (JsonNode cell : json.get("cells")) {
        MeasureTotals.Cell key =
            new MeasureTotals.Cell(
                LocalDate.parse(cell.get("month").asText()),
                cell.get("dimension").asText(),
                cell.get("value").asText());
        cell.get("measures")
            .properties()
            .forEach(
                m ->
                    totals.measures().add(key, Measure.valueOf(m.getKey()), m.getValue().asLong()));
      }
      json.get("cohorts")
          .properties()
          .forEach(
              cohort ->
                  cohort
                      .getValue()
                      .properties()
                      .forEach(
                          since ->
                              totals
                                  .retention()
                                  .count(
                                      LocalDate.parse(cohort.getKey()),
                                      Integer.parseInt(since.getKey()),
                                      since.getValue().asLong())));
      return totals;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Totals are no JSON", e);
    }
  }
}
