package io.growthline.domain.event;

import io.growthline.domain.contract.Column;
import java.time.Instant;

/** What every raw event carries, whatever its table. */
public interface RawEvent {
  @Column("Identifies one delivery of the event; the same delivery may arrive more than once.")
  String eventId();

  @Column("Identifies the business event; redeliveries of it carry the same key.")
  String idempotencyKey();

  @Column(
      value = "The customer concerned; absent where the producer names none.",
      nullable = true,
      references = "raw.customer_profiles.customer_id")
  String customerId();

  @Column(
      value = "When it happened, UTC (business time).",
      notBefore = Column.FIRST_DAY,
      notAfter = Column.LAST_DAY)
  Instant occurredAt();

  @Column(
      value = "When the platform first knew of it, UTC (system time).",
      notBefore = Column.FIRST_DAY,
      notAfter = Column.LAST_DAY)
  Instant ingestedAt();

  @Column(value = "Version of the event's schema at the producer.", min = 1)
  long schemaVersion();

  @Column("Producing system.")
  String source();

  /**
   * Place among the events of one type at one instant, where the time does not say which came
   * first: of a start and a cancellation at one midnight it is the start. Lower comes first; 0 for
   * all events of a type in which none follows from another.
   */
  default int rank() {
    return 0;
  }
}
