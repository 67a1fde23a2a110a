package io.growthline.cloudrun.browser;

import io.growthline.cloudrun.SampleModels;
import io.growthline.cloudrun.SampleTables;
import java.nio.file.Path;
import java.util.List;

/** What the service finds published, from nothing to all. */
enum Publication {
  NOTHING(Screen.ONE) {
    @Override
    void in(Path data) {}
  },
  TABLES_WITHOUT_ROWS(Screen.ONE) {
    @Override
    void in(Path data) throws Exception {
      tables(data, List.of());
    }
  },
  /** Nothing is scored, priced or monitored yet. */
  MARTS_ALONE(Screen.SOME) {
    @Override
    void in(Path data) throws Exception {
      tables(
          data,
          SampleTables.rows().stream()
              .filter(row -> row.startsWith("INSERT INTO marts."))
              .toList());
    }
  },
  TABLES_AND_MODELS(Screen.ALL) {
    @Override
    void in(Path data) throws Exception {
      tables(data, SampleTables.rows());
      SampleModels.register(data.resolve("models"));
    }
  };

  /** Where pages are looked at; a page with less on it has fewer ways to go wrong. */
  final List<Screen> screens;

  Publication(List<Screen> screens) {
    this.screens = screens;
  }

  /** Publishes in a data directory, over what was published before. */
  abstract void in(Path data) throws Exception;

  private static void tables(Path data, List<String> rows) throws Exception {
    SampleTables.publish(data.resolve("warehouse"), rows);
  }
}
