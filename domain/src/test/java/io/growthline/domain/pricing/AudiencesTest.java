package io.growthline.domain.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class AudiencesTest {
  private final Audiences audiences = new Audiences();

  @Test
  void vulnerableCustomersAreCountedButNeverAddressedWhateverTheRulesSay() {
    audiences.add(GuardrailsTest.customer(true, "active"), 0.5, false);

    assertThat(audiences.of("middle"), is(new AudienceCounts(0, 1, 0, 0, 0, 0, 0)));
  }

  @Test
  void aFormerCustomerIsNotAddressedButTeachesChurn() {
    audiences.add(GuardrailsTest.customer(false, "cancelled"), 0.5, true);

    // Account for 90 days, not active in the last 30.
    assertThat(audiences.of("middle"), is(new AudienceCounts(0, 0, 0, 0, 0, 1, 60)));
  }

  @Test
  void scoresOfAddressedCustomersAddUp() {
    audiences.add(GuardrailsTest.customer(false, "active"), 0.5, false);
    audiences.add(GuardrailsTest.customer(false, "active"), null, false);

    assertThat(audiences.of("middle"), is(new AudienceCounts(2, 0, 1, 500_000, 250_000, 0, 180)));
  }
}
