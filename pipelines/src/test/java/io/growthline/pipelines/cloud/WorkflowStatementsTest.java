package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the nightly workflow itself asks of BigQuery is GoogleSQL. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkflowStatementsTest {
  @Test
  void theNightlyWorkflowAsksForTheVerdictOfTheGate() {
    assertThat(WorkflowStatements.analyse(CloudFiles.nightly()), is(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT verdict                    | SELECT verdicts                   | Unrecognized name",
        "monitoring.release_gates          | monitoring.gates                  | Table not found",
        "\"type\":\"DATE\"                 | \"type\":\"INT64\"                | No matching signature",
        "\"name\":\"as_of\"                | \"name\":\"day\"                  | 'as_of' not found",
        "SELECT verdict                    | ${select} verdict                 | written out",
        "googleapis.bigquery.v2.jobs.query | googleapis.bigquery.v2.jobs.insert | may ask BigQuery",
      })
  void aWrongWordInItIsFound(String right, String wrong, String why)
      throws JsonProcessingException {
    String nightly = Workflow.JSON.writeValueAsString(CloudFiles.nightly());
    String doctored = nightly.replace(right, wrong);
    assertThat(doctored, is(not(nightly)));
    Map<?, ?> workflow = Workflow.JSON.readValue(doctored, Map.class);

    RuntimeException refused =
        assertThrows(RuntimeException.class, () -> WorkflowStatements.analyse(workflow));

    assertThat(refused.getMessage(), containsString(why));
  }
}
