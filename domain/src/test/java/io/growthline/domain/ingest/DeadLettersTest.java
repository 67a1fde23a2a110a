package io.growthline.domain.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.monitoring.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersTest {
  private static final Rejection REJECTION =
      new Rejection(RejectionCode.WRONG_TYPE, "birth_year", "birth_year must be of type INT64");
  private static final DeadLetters RUN_1 = envelope("run-1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"full_name\":\"Customer 000123\",\"region\":\"north\"}",
        "{\"email\":\"c000123@example.invalid\",\"region\":\"north\"}",
        "{\"region\":\"c000123@example.invalid\"}",
        "{\"nickname\":\"Customer 000123\"}",
        "{\"full_name\":\"Customer 000123\", oops",
        "{\"full_name\":{\"first\":\"000123\"}}",
        "Customer 000123;c000123@example.invalid"
      })
  void previewsShowNothingThatIdentifiesAPerson(String payload) {
    DeadLetter letter = letter(RUN_1, payload);

    assertThat(letter.preview(), not(containsString("000123")));
    assertThat(letter.payload(), is(payload));
  }

  @Test
  void previewsShowWhatIsHarmlessAndAreShort() {
    String harmless = "{\"amount_minor\":12.5,\"merchant_name\":\"" + "x".repeat(900) + "\"}";
    String preview =
        RUN_1.of(REJECTION, 1L, TableSpec.of(Transaction.class), bytes(harmless)).preview();

    assertThat(preview, containsString("\"amount_minor\":12.5"));
    assertThat(preview.length(), lessThanOrEqualTo(300));
  }

  @Test
  void theIdDependsOnPlaceAndContentButNotOnTheRun() {
    String id = letter(RUN_1, "{a").errorId();

    assertThat(letter(envelope("run-2"), "{a").errorId(), is(id));
    assertThat(letter(RUN_1, "{b").errorId(), not(is(id)));
    assertThat(RUN_1.of(REJECTION, 2L, profiles(), bytes("{a")).errorId(), not(is(id)));
  }

  @Test
  void aPayloadThatIsNoTextIsKeptAsBase64() {
    DeadLetter letter = RUN_1.of(REJECTION, 1L, profiles(), new byte[] {(byte) 0xff, 0});

    assertThat(letter.payload(), is("base64:/wA="));
    assertThat(letter.preview(), not(containsString("/wA")));
  }

  private static DeadLetter letter(DeadLetters envelope, String payload) {
    return envelope.of(REJECTION, 1L, profiles(), bytes(payload));
  }

  private static DeadLetters envelope(String run) {
    return new DeadLetters("ingest", "s", "s/a.jsonl", run, "1", Instant.EPOCH);
  }

  private static TableSpec<CustomerProfile> profiles() {
    return TableSpec.of(CustomerProfile.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
