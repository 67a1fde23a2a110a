package io.growthline.transforms.ingest;

import java.io.Serializable;
import java.time.Instant;

/**
 * One event that a streaming job has appended.
 *
 * @param source landing source
 * @param tableName raw table
 * @param occurredAt when it happened
 */
public record Arrival(String source, String tableName, Instant occurredAt)
    implements Serializable {}
