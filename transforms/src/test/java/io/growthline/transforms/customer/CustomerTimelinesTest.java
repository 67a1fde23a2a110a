package io.growthline.transforms.customer;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.customer.CustomerTimeline;
import io.growthline.domain.event.NpsResponse;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.TableTags;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;

class CustomerTimelinesTest {
  private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-01");

  @Test
  void eachCustomerHasOneTimelineInOrderOfWhatWasKnown() {
    Pipeline pipeline = Pipeline.create();
    PCollection<NpsResponse> answers =
        pipeline.apply(
            Create.of(
                    answer("c1", "2026-01-20T00:00:00Z", "2026-01-20T00:00:00Z", 2),
                    answer("c2", "2026-01-05T00:00:00Z", "2026-01-05T00:00:00Z", 3),
                    answer("c1", "2026-01-10T00:00:00Z", "2026-01-10T00:00:00Z", 1),
                    answer("c1", "2026-02-01T00:00:00Z", "2026-02-01T00:00:00Z", 8),
                    answer("c1", "2026-01-12T00:00:00Z", "2026-02-03T00:00:00Z", 9),
                    answer(null, "2026-01-10T00:00:00Z", "2026-01-10T00:00:00Z", 7))
                .withCoder(RecordCoder.of(NpsResponse.class)));

    PCollection<String> scores =
        PCollectionTuple.of(TableTags.of(NpsResponse.class), answers)
            .apply(CustomerTimelines.knownAt(FEBRUARY, 1))
            .apply(MapElements.into(TypeDescriptors.strings()).via(CustomerTimelinesTest::describe))
            .setCoder(StringUtf8Coder.of());

    PAssert.that(scores).containsInAnyOrder("c1 [1, 2]", "c2 [3]");
    pipeline.run().waitUntilFinish();
  }

  @Test
  void aTimelineSurvivesItsCoder() throws Exception {
    CustomerTimeline timeline =
        CustomerTimeline.of(
            "c1", List.of(answer("c1", "2026-01-20T00:00:00Z", "2026-01-21T00:00:00Z", 2)));

    CustomerTimeline copy = CoderUtils.clone(new CustomerTimelineCoder(), timeline);

    assertThat(copy.customerId(), is("c1"));
    assertThat(copy.all(), is(timeline.all()));
  }

  private static String describe(CustomerTimeline timeline) {
    return timeline.customerId()
        + " "
        + timeline.events(NpsResponse.class).stream()
            .map(NpsResponse::score)
            .collect(Collectors.toList());
  }

  private static NpsResponse answer(String customer, String at, String known, long score) {
    String id = customer + at;
    return new NpsResponse(
        id, id, customer, Instant.parse(at), Instant.parse(known), 2, "test", score, null);
  }
}
