package io.growthline.domain.simulate;

import io.growthline.domain.event.CampaignContact;
import io.growthline.domain.event.ExperimentAssignment;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.SupportContact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Collects the events of one customer and gives them ids and delivery times. What would happen
 * after the end of the data, or after the customer left, did not happen and is dropped.
 */
final class Journal {
  private static final String APP = "app";
  private static final String CORE = "core-banking";
  private static final String CRM = "crm";
  private static final String GROWTH = "growth";

  private final List<RawEvent> events = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final String customerId;
  private final String prefix;
  private final RandomStream random;
  private final Instant end;
  private Instant limit;

  /** {@code prefix} sets ids apart from those of other persons with the same number. */
  Journal(String customerId, Instant end, RandomStream random, String prefix) {
    this.customerId = customerId;
    this.prefix = prefix;
    this.end = end;
    this.limit = end;
    this.random = random;
  }

  /** The customer leaves: nothing that the customer would do from then on is recorded. */
  void closeAt(Instant at) {
    limit = at.isBefore(end) ? at : end;
  }

  /** When the data end. */
  Instant end() {
    return end;
  }

  /** Until when the customer acts. */
  Instant limit() {
    return limit;
  }

  List<RawEvent> events() {
    return events;
  }

  /** Identifies what the next event of a kind is about. */
  String id(String kind) {
    int number = counts.merge(kind, 1, Integer::sum);
    return kind + "-" + prefix + customerId.substring(1) + "-" + number;
  }

  /** Records what a customer does; false when it comes too late to happen. */
  boolean add(String kind, String source, Instant at, Function<Envelope, RawEvent> event) {
    return at.isBefore(limit) && file(kind, source, at, at, event);
  }

  /** Records what the bank does, also after the customer left. */
  boolean addByBank(String kind, String source, Instant at, Function<Envelope, RawEvent> event) {
    return at.isBefore(end) && file(kind, source, at, at, event);
  }

  private boolean file(
      String kind, String source, Instant at, Instant knownAt, Function<Envelope, RawEvent> event) {
    // Deliveries take seconds; one in a hundred takes hours, but never a day.
    long delay = random.chance(0.01) ? 3_600 + random.below(20 * 3_600) : 1 + random.below(90);
    Instant delivered = knownAt.plusSeconds(knownAt.equals(at) ? delay : Math.min(delay, 90));
    record(kind, source, at, delivered, event);
    return true;
  }

  private void record(
      String kind,
      String source,
      Instant at,
      Instant delivered,
      Function<Envelope, RawEvent> event) {
    // The files are cut when the period ends, so they hold nothing that was known later.
    Instant cut = end.minusSeconds(1);
    Instant ingested = delivered.isBefore(cut) ? delivered : cut;
    String key = id(kind);
    events.add(event.apply(new Envelope("e-" + key, key, customerId, at, ingested, source)));
  }

  void step(Instant at, String step, String outcome, Long amountMinor) {
    add(
        "onb",
        CORE,
        at,
        e ->
            new OnboardingStep(
                e.eventId(),
                e.key(),
                e.customerId(),
                e.at(),
                e.ingestedAt(),
                1,
                e.source(),
                step,
                outcome,
                amountMinor));
  }

  boolean session(Instant at, long seconds, long screens, boolean crashed) {
    String id = id("s");
    return add(
        "ses",
        APP,
        at,
        e ->
            new Session(
                e.eventId(),
                e.key(),
                e.customerId(),
                e.at(),
                e.ingestedAt(),
                1,
                e.source(),
                id,
                seconds,
                screens,
                crashed));
  }

  void feature(Instant at, String feature) {
    add(
        "fea",
        APP,
        at,
        e ->
            new FeatureUse(
                e.eventId(),
                e.key(),
                e.customerId(),
                e.at(),
                e.ingestedAt(),
                1,
                e.source(),
                feature));
  }

  /** A contact is delivered when it is resolved, so that nobody knows the answer before. */
  boolean contact(
      Instant at, String channel, String topic, boolean complaint, Instant resolvedAt, Long csat) {
    boolean resolved = resolvedAt != null && resolvedAt.isBefore(end);
    String id = id("c");
    return at.isBefore(limit)
        && file(
            "sup",
            CRM,
            at,
            resolved ? resolvedAt : at,
            e ->
                new SupportContact(
                    e.eventId(),
                    e.key(),
                    e.customerId(),
                    e.at(),
                    e.ingestedAt(),
                    1,
                    e.source(),
                    id,
                    channel,
                    topic,
                    complaint,
                    resolved ? resolvedAt : null,
                    resolved ? csat : null));
  }

  boolean nps(Instant at, long score) {
    return add(
        "nps",
        CRM,
        at,
        e ->
            new NpsResponse(
                e.eventId(),
                e.key(),
                e.customerId(),
                e.at(),
                e.ingestedAt(),
                2,
                e.source(),
                score,
                "app"));
  }

  void assignment(Instant at, String experimentId, String variant) {
    add(
        "asg",
        GROWTH,
        at,
        e ->
            new ExperimentAssignment(
                e.eventId(),
                e.key(),
                e.customerId(),
                e.at(),
                e.ingestedAt(),
                1,
                e.source(),
                experimentId,
                variant));
  }

  /** A contact of a campaign; it draws no delivery time, so all others stay as they are. */
  void campaignContact(
      Instant at, World.Retention campaign, boolean treated, Long valueMinor, Long incentiveMinor) {
    record(
        "cct",
        CRM,
        at,
        at.plusSeconds(60),
        e ->
            new CampaignContact(
                e.eventId(),
                e.key(),
                e.customerId(),
                e.at(),
                e.ingestedAt(),
                1,
                e.source(),
                campaign.campaignId(),
                campaign.action(),
                treated ? "treated" : "holdout",
                campaign.treatedShare(),
                valueMinor,
                treated ? campaign.contactCostMinor() : 0,
                incentiveMinor));
  }
}
