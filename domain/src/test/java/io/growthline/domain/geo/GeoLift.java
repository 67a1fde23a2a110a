package io.growthline.domain.geo;

import io.growthline.domain.scoring.RealData;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The data of the walkthrough of the package GeoLift: sales of 40 cities by day. */
final class GeoLift {
  static final List<String> TREATED = List.of("chicago", "portland");
  static final LocalDate START = LocalDate.parse("2021-04-01");

  private GeoLift() {}

  /** The panel with the days of the test. */
  static Panel test() throws IOException, PanelException {
    RealData data = RealData.read("geolift_test.csv", ",");
    List<String> places = data.texts("location");
    List<String> days = data.texts("date");
    List<String> values = data.texts("Y");
    List<Panel.Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      outcomes.add(
          new Panel.Outcome(
              places.get(i), LocalDate.parse(days.get(i)), Double.parseDouble(values.get(i))));
    }
    return Panel.of(outcomes);
  }

  static Comparison comparison() throws IOException, PanelException {
    Panel panel = test();
    List<String> controls =
        panel.regions().stream().filter(region -> !TREATED.contains(region)).toList();
    return new Comparison(panel.series(TREATED), panel.series(controls), panel.indexOf(START));
  }
}
