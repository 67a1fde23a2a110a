package io.growthline.pipelines.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CustomerProfile;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AvroRowsTest {
  private static final TableSpec<CustomerProfile> PROFILES = TableSpec.of(CustomerProfile.class);

  @Test
  void aRowWithoutAValueThatItNeedsIsNamedByItsKeyAlone() {
    Object[] values = new Object[PROFILES.columns().size()];
    values[PROFILES.indexOf("event_id")] = "e1";
    values[PROFILES.indexOf("idempotency_key")] = "k1";
    values[PROFILES.indexOf("customer_id")] = "c1";
    values[PROFILES.indexOf("occurred_at")] = Instant.EPOCH;
    values[PROFILES.indexOf("ingested_at")] = Instant.EPOCH;
    values[PROFILES.indexOf("schema_version")] = 1L;
    values[PROFILES.indexOf("full_name")] = "Ada Smith";
    values[PROFILES.indexOf("email")] = "ada@example.org";
    values[PROFILES.indexOf("account_opened_on")] = LocalDate.EPOCH;
    values[PROFILES.indexOf("push_opt_in")] = true;
    values[PROFILES.indexOf("vulnerable_customer")] = false;
    values[PROFILES.indexOf("business_account")] = false;
    CustomerProfile withoutSource = PROFILES.create(values);

    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> AvroRows.of(CustomerProfile.class).toAvro(withoutSource));

    assertThat(
        e.getMessage(),
        is(
            "raw.customer_profiles.source must not be null in the row with the key {event_id=e1,"
                + " customer_id=c1}"));
  }
}
