package io.growthline.pipelines.bench.reference;

import io.growthline.pipelines.run.DataDirectory;
import io.growthline.pipelines.run.Stage;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** The tables of a stage in SQL. */
interface Reference {
  /** Dataset of the tables; also the schema of the views that {@link #define} makes. */
  String dataset();

  /**
   * Defines a view for each table, and computes what several of them need.
   *
   * @param data what the stage reads
   * @param asOf as-of day of the run; null for ingest
   */
  void define(ReferenceDatabase database, DataDirectory data, LocalDate asOf) throws SQLException;

  /** The reference of a stage; empty for a stage that is no matter of SQL. */
  static Optional<Reference> of(Stage stage) {
    return Optional.ofNullable(
        switch (stage) {
          case INGEST -> new IngestReference();
          case MARTS -> new MartsReference();
          default -> null;
        });
  }
}
