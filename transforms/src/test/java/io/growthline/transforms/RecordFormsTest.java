package io.growthline.transforms;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CampaignSpend;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of every contract survive each form that Beam gives them. */
class RecordFormsTest {
  static Stream<TableSpec<? extends Record>> contracts() {
    return Contracts.all().stream();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  <T extends Record> void theCoderGivesBackWhatItWasGiven(TableSpec<T> table) throws Exception {
    for (T row : samples(table)) {
      assertThat(CoderUtils.clone(RecordCoder.of(table.type()), row), is(row));
      assertThat(CoderUtils.clone(AnyRecordCoder.of(), row), is(row));
    }
  }

  @Test
  void collectionsOfContractRecordsUseTheCompactCoder() {
    Pipeline pipeline = Pipeline.create();
    PCollection<CampaignSpend> spend =
        pipeline
            .apply(Create.of(1))
            .apply(
                MapElements.into(TypeDescriptor.of(CampaignSpend.class))
                    .via(i -> samples(TableSpec.of(CampaignSpend.class)).get(0)));

    assertThat(spend.getCoder(), instanceOf(RecordCoder.class));
  }

  @Test
  void anAbsentRequiredValueIsRefusedAndNamed() {
    CampaignSpend broken =
        new CampaignSpend(
            null,
            "k",
            null,
            Instant.EPOCH,
            Instant.EPOCH,
            1,
            "s",
            "c",
            null,
            "search",
            LocalDate.EPOCH,
            1,
            null,
            null);

    IOException refused =
        assertThrows(
            IOException.class,
            () -> RecordCoder.of(CampaignSpend.class).encode(broken, new ByteArrayOutputStream()));
    assertThat(refused.getMessage(), containsString("raw.campaign_spend.event_id"));
  }

  /** One row with all values, and one without those that may be absent. */
  private static <T extends Record> List<T> samples(TableSpec<T> table) {
    return List.of(row(table, false), row(table, true));
  }

  private static <T extends Record> T row(TableSpec<T> table, boolean absent) {
    return table.create(
        table.columns().stream()
            .map(c -> absent && c.nullable() ? null : value(c))
            .toArray(Object[]::new));
  }

  private static Object value(ColumnSpec column) {
    return switch (column.type()) {
      case STRING -> "text " + column.name();
      case INT64 -> -1_234_567_890_123L;
      case FLOAT64 -> 1.0 / 3;
      case BOOL -> true;
      case TIMESTAMP -> Instant.parse("1969-12-31T23:59:59.999999Z");
      case DATE -> LocalDate.of(2024, 2, 29);
    };
  }
}
