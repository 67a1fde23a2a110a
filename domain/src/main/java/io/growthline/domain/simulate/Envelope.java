package io.growthline.domain.simulate;

import java.time.Instant;

/** What every event carries: ids, customer, the two clocks and the producer. */
record Envelope(
    String eventId, String key, String customerId, Instant at, Instant ingestedAt, String source) {}
