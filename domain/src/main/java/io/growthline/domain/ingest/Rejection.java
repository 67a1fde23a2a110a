package io.growthline.domain.ingest;

/**
 * Why a record was not taken.
 *
 * @param code reason
 * @param column column concerned, null when it is the whole record
 * @param cause one sentence for people; never holds a value of the record
 */
public record Rejection(RejectionCode code, String column, String cause) {}
