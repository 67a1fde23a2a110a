package io.growthline.transforms.block;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.Session;
import io.growthline.domain.growth.RetentionCohort;
import io.growthline.transforms.RecordCoder;
import java.time.LocalDate;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

class UnpackRowsTest {
  private static final TableSpec<RetentionCohort> COHORTS = TableSpec.of(RetentionCohort.class);
  private static final RetentionCohort COHORT =
      new RetentionCohort("month", LocalDate.of(2025, 1, 1), 2, 3, 1, 1.0 / 3, 500L, null, null);

  private final Pipeline pipeline = Pipeline.create();

  @Test
  void rowsComeOutOfTheirBlocks() {
    PAssert.that(unpacked(List.of(TableSpec.of(Session.class), COHORTS)))
        .containsInAnyOrder(COHORT);

    pipeline.run().waitUntilFinish();
  }

  @Test
  void rowsOfATableThatNobodyStagesAreRefusedAndNamed() {
    unpacked(List.of(TableSpec.of(Session.class), TableSpec.of(FeatureUse.class)));

    RuntimeException refused =
        assertThrows(RuntimeException.class, () -> pipeline.run().waitUntilFinish());

    assertThat(refused.getMessage(), containsString("There are rows of marts.retention_cohorts"));
  }

  private PCollection<Record> unpacked(List<TableSpec<?>> tables) {
    return pipeline
        .apply(Create.of(COHORT).withCoder(RecordCoder.of(RetentionCohort.class)))
        .apply(PackTable.of(COHORTS))
        .apply(UnpackRows.of(tables));
  }
}
